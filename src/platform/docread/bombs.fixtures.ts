import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array;
  /** Unpacked size that the file claims, where it lies. */
  readonly claimedSize?: number;
  /** Bit 0 marks an encrypted entry. */
  readonly flags?: number;
}

/** A zip file written byte by byte, so that it can say what no honest writer says. */
export function craftedZip(entries: readonly ZipEntry[]): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimedSize = content.length, flags = 0 } of entries) {
    const packed = deflateRawSync(content);
    const path = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(claimedSize, 18);
    shared.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const header = [Buffer.from('PK\x03\x04'), shared, path, packed];
    local.push(...header);
    offset += header.reduce((size, part) => size + part.length, 0);
    central.push(Buffer.from('PK\x01\x02\x14\x00'), shared, place, path);
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06'), end]);
}

/** An old compound file with one stream at its top, which holds nothing; `next` chains its sectors. */
export function compoundFile(stream: string, next: readonly number[] = []): Uint8Array {
  const file = Buffer.alloc(512 * 4);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  file.fill(0xff, 60, 512);
  file.writeUInt32LE(0, 72);
  file.writeUInt32LE(0, 76);
  // The first sector is the table of sectors, the second the directory, the third the stream.
  file.fill(0xff, 512, 1024);
  for (const [sector, follower] of next.entries()) file.writeUInt32LE(follower, 512 + sector * 4);
  const entry = (index: number, name: string, kind: number, child: number, start: number): void => {
    const at = 1024 + index * 128;
    file.write(name, at, 'utf16le');
    file.writeUInt16LE(name.length * 2 + 2, at + 64);
    file[at + 66] = kind;
    file.fill(0xff, at + 68, at + 80);
    file.writeUInt32LE(child, at + 76);
    file.writeUInt32LE(start, at + 116);
    file.writeUInt32LE(kind === 2 ? 512 : 0, at + 120);
  };
  entry(0, 'Root Entry', 5, 1, 0xfffffffe);
  entry(1, stream, 2, 0xffffffff, 2);
  return file;
}
