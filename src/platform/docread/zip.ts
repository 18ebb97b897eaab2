import { crc32, inflateRawSync } from 'node:zlib';
import { MAX_DECLARED_BYTES, MAX_UNPACKED_BYTES, MAX_ZIP_ENTRIES } from './limits.ts';
import { Refusal } from './refusal.ts';

interface ZipEntry {
  readonly encrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly headerAt: number;
}

/** The parts of a zip file, unpacked one by one on demand under one common limit. */
export interface ZipFile {
  /** Whether a part of that name exists; names are compared without case, as Office does. */
  has(name: string): boolean;
  /** The bytes of a part, undefined where there is none. Refuses what is damaged, encrypted or too big. */
  read(name: string): Uint8Array | undefined;
}

const END_RECORD = 0x06054b50;
const CENTRAL_HEADER = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_RECORD_SIZE = 22;
const CENTRAL_HEADER_SIZE = 46;
const LOCAL_HEADER_SIZE = 30;
const LONGEST_COMMENT = 0xffff;
const IN_ZIP64_EXTRA = 0xffffffff;

/**
 * Opens a zip file by its central directory; nothing is unpacked yet and nothing is ever written to disk.
 * Sizes that the file declares are used to refuse early, never to trust: unpacking stops at the real limit.
 */
export function openZip(bytes: Uint8Array): ZipFile {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(view);
  let budget = MAX_UNPACKED_BYTES;
  return {
    has: (name) => entries.has(name.toLowerCase()),
    read(name) {
      const found = entries.get(name.toLowerCase());
      if (found === undefined) return undefined;
      const [entry, twin] = found;
      // Two parts of one name: programs would disagree on which of them a person saw.
      if (entry === undefined || twin !== undefined) throw new Refusal('damaged');
      const part = unpack(view, entry, budget);
      budget -= part.length;
      return part;
    },
  };
}

function readDirectory(view: Buffer): ReadonlyMap<string, readonly ZipEntry[]> {
  const end = findEndRecord(view);
  const count = view.readUInt16LE(end + 10);
  if (count > MAX_ZIP_ENTRIES) throw new Refusal('zip-bomb');
  const entries = new Map<string, ZipEntry[]>();
  let declared = 0;
  let at = view.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + CENTRAL_HEADER_SIZE > end || view.readUInt32LE(at) !== CENTRAL_HEADER)
      throw new Refusal('damaged');
    const nameEnd = at + CENTRAL_HEADER_SIZE + view.readUInt16LE(at + 28);
    const extraEnd = nameEnd + view.readUInt16LE(at + 30);
    if (extraEnd > end) throw new Refusal('damaged');
    const name = view.toString('utf8', at + CENTRAL_HEADER_SIZE, nameEnd).toLowerCase();
    const sizes = readSizes(view, at, view.subarray(nameEnd, extraEnd));
    declared += sizes.unpackedSize;
    const entry: ZipEntry = {
      encrypted: (view.readUInt16LE(at + 8) & 1) === 1,
      method: view.readUInt16LE(at + 10),
      crc: view.readUInt32LE(at + 16),
      packedSize: sizes.packedSize,
      headerAt: sizes.headerAt,
    };
    const twins = entries.get(name);
    if (twins === undefined) entries.set(name, [entry]);
    else twins.push(entry);
    at = extraEnd + view.readUInt16LE(at + 32);
  }
  if (declared > MAX_DECLARED_BYTES) throw new Refusal('zip-bomb');
  return entries;
}

function findEndRecord(view: Buffer): number {
  const earliest = Math.max(0, view.length - END_RECORD_SIZE - LONGEST_COMMENT);
  for (let at = view.length - END_RECORD_SIZE; at >= earliest; at--) {
    if (view.readUInt32LE(at) === END_RECORD) return at;
  }
  throw new Refusal('truncated');
}

/** Sizes and place of an entry; a stream writer may have moved them into the zip64 extra field, in this order. */
function readSizes(view: Buffer, at: number, extra: Buffer) {
  const moved = zip64Values(extra);
  const pick = (offset: number): number => {
    const value = view.readUInt32LE(at + offset);
    return value === IN_ZIP64_EXTRA ? (moved.shift() ?? value) : value;
  };
  return { unpackedSize: pick(24), packedSize: pick(20), headerAt: pick(42) };
}

function zip64Values(extra: Buffer): number[] {
  const values: number[] = [];
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 0x0001) continue;
    const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2));
    for (let value = at + 4; value + 8 <= end; value += 8) values.push(Number(extra.readBigUInt64LE(value)));
    break;
  }
  return values;
}

function unpack(view: Buffer, entry: ZipEntry, budget: number): Uint8Array {
  if (entry.encrypted) throw new Refusal('password-protected');
  const header = entry.headerAt;
  if (header + LOCAL_HEADER_SIZE > view.length || view.readUInt32LE(header) !== LOCAL_HEADER) {
    throw new Refusal('damaged');
  }
  const start = header + LOCAL_HEADER_SIZE + view.readUInt16LE(header + 26) + view.readUInt16LE(header + 28);
  if (start + entry.packedSize > view.length) throw new Refusal('truncated');
  const packed = view.subarray(start, start + entry.packedSize);
  const part = entry.method === 0 ? packed : inflate(packed, entry.method, budget);
  if (part.length > budget) throw new Refusal('zip-bomb');
  if (crc32(part) !== entry.crc) throw new Refusal('damaged');
  return part;
}

function inflate(packed: Buffer, method: number, budget: number): Uint8Array {
  if (method !== 8) throw new Refusal('damaged');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, budget) });
  } catch (cause) {
    const tooMuch = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    throw new Refusal(tooMuch ? 'zip-bomb' : 'damaged', cause);
  }
}
