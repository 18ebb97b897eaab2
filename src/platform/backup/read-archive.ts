import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type Entry, extract } from 'tar-stream';
import type { z } from 'zod';
import { hasCode } from '#platform/postgres/refuse.ts';
import {
  type About,
  aboutName,
  aboutSchema,
  FORMAT,
  formatSchema,
  type Seal,
  sealName,
  sealSchema,
  tableOfPart,
} from './archive-format.ts';
import { ContentSums } from './content-sums.ts';
import { refuse } from './refuse.ts';

export interface ArchiveEntry {
  readonly name: string;
  readonly content: Buffer;
}

/** A file that was read from its first byte to its last and holds together. */
export interface CheckedArchive {
  readonly path: string;
  readonly about: About;
  readonly seal: Seal;
  readonly sha256: Buffer;
  readonly byteCount: number;
}

/** Parts are written at four megabytes; nothing of ours is larger than this. */
const largestEntry = 64 * 1024 * 1024;
/** Large pieces: a gigabyte in pieces of the usual size is a hundred thousand turns. */
const pieceBytes = 1024 * 1024;

/** The entries of a backup, one in memory at a time. Refuses a file that is missing, is no backup, or is damaged. */
export async function* readEntries(
  path: string,
  onBytes: (chunk: Buffer) => void = () => undefined,
): AsyncGenerator<ArchiveEntry, void> {
  const entries = extract();
  const source = createReadStream(path, { highWaterMark: pieceBytes });
  source.on('data', (chunk) => onBytes(chunk as Buffer));
  const flowing = pipeline(source, createGunzip({ chunkSize: pieceBytes }), entries);
  flowing.catch(() => undefined);
  try {
    for await (const entry of entries) yield { name: entry.header.name, content: await contentOf(entry) };
    await flowing;
  } catch (error) {
    throw explained(error, path);
  } finally {
    source.destroy();
  }
}

/** Reads the whole file and compares every checksum, changing nothing. Refuses a damaged or cut-off file, one of
 *  another program and one of a newer format. */
export async function checkArchive(path: string): Promise<CheckedArchive> {
  const whole = createHash('sha256');
  let byteCount = 0;
  let about: { value: About; sha256: string } | undefined;
  let seal: Seal | undefined;
  const contents = new ContentSums();
  const found = new Map<string, { bytes: number; hash: ReturnType<typeof createHash> }>();
  for await (const { name, content } of readEntries(path, (chunk) => {
    whole.update(chunk);
    byteCount += chunk.length;
  })) {
    const table = tableOfPart(name);
    if (seal) throw damaged(path);
    if (!about) about = { value: readAbout(path, name, content), sha256: sha256Of(content) };
    else if (name === sealName) seal = parse(path, sealSchema, content);
    else if (table) {
      const sum = found.get(table) ?? { bytes: 0, hash: createHash('sha256') };
      sum.hash.update(content);
      sum.bytes += content.length;
      found.set(table, sum);
    } else if (!contents.add(name, content)) throw damaged(path);
  }
  if (!about || !seal || seal.aboutSha256 !== about.sha256) throw damaged(path);
  const names = new Set(about.value.tables.map((table) => table.name));
  const holds =
    seal.tables.length === names.size &&
    [...found.keys()].every((name) => names.has(name)) &&
    seal.tables.every(({ name, bytes, sha256 }) => {
      const sum = found.get(name) ?? { bytes: 0, hash: createHash('sha256') };
      return names.has(name) && sum.bytes === bytes && sum.hash.digest('hex') === sha256;
    });
  if (!holds || !contents.agreesWith(seal.contents)) throw damaged(path);
  return { path, about: about.value, seal, sha256: whole.digest(), byteCount };
}

export function damaged(path: string) {
  return refuse('damaged', (t) => t.damaged(path));
}

function readAbout(path: string, name: string, content: Buffer): About {
  if (name !== aboutName) throw refuse('no-backup', (t) => t.noBackup(path));
  const { format } = parse(path, formatSchema, content);
  if (format > FORMAT) throw refuse('newer', (t) => t.newer(path));
  return parse(path, aboutSchema, content);
}

function parse<Value>(path: string, schema: z.ZodType<Value>, content: Buffer): Value {
  try {
    return schema.parse(JSON.parse(content.toString('utf8')));
  } catch {
    throw damaged(path);
  }
}

async function contentOf(entry: Entry): Promise<Buffer> {
  if ((entry.header.size ?? 0) > largestEntry) throw new TypeError('an entry is too large');
  const chunks: Buffer[] = [];
  for await (const chunk of entry) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Whatever a decoder complains about, to a person the file is damaged; only what the disk says is told apart. */
function explained(error: unknown, path: string): unknown {
  const { code = '' } = error as { code?: string };
  if (code === 'Z_DATA_ERROR' && /incorrect header check/.test(String(error)))
    return refuse('no-backup', (t) => t.noBackup(path));
  if (hasCode(error, 'ENOENT', 'EISDIR', 'ENOTDIR')) return refuse('no-file', (t) => t.noFile(path));
  if (hasCode(error, 'EACCES', 'EPERM')) return refuse('unreadable', (t) => t.unreadable(path));
  if (error instanceof Error && error.name === 'StartRefusal') return error;
  return damaged(path);
}

function sha256Of(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
