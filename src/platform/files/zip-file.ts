import { Zip, ZipDeflate } from 'fflate';

/** One file of a package: its name within, and its bytes as they come. */
export interface ZipEntry {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/**
 * A package that any program opens, packed while it is read: no more of it is held than one piece of one file. Names
 * are taken as they are, so they must be safe already.
 */
export async function* zipped(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Buffer, void> {
  let packed: Uint8Array[] = [];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    packed.push(data);
  });
  const take = () => {
    const bytes = Buffer.concat(packed);
    packed = [];
    return bytes;
  };
  for await (const { name, content } of entries) {
    // Papers and pictures are packed already; what is left to win is not worth the time.
    const part = new ZipDeflate(name, { level: 1 });
    zip.add(part);
    for await (const piece of content) {
      part.push(piece);
      yield take();
    }
    part.push(new Uint8Array(), true);
    yield take();
  }
  zip.end();
  yield take();
}
