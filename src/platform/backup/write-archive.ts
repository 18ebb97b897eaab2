import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pack } from 'tar-stream';
import { hasCode } from '#platform/postgres/refuse.ts';
import { refuse } from './refuse.ts';
import { zipInBlocks } from './zip-in-blocks.ts';

/** An archive that is being written under another name, until it is complete. */
export interface ArchiveWriter {
  /** Where it lies meanwhile. */
  readonly partial: string;
  add(name: string, content: Buffer): Promise<void>;
  /** Ends the file and brings it to the disk. */
  finish(): Promise<WrittenArchive>;
  /** Gives it its name. Refuses a name that another file took meanwhile. */
  publish(): Promise<void>;
  /** Removes what was written. */
  discard(): Promise<void>;
}

export interface WrittenArchive {
  readonly byteCount: number;
  readonly sha256: Buffer;
}

/** Begins an archive that only its owner may read. Refuses a name that is taken and a folder that cannot be written. */
export async function openArchive(path: string): Promise<ArchiveWriter> {
  const partial = `${path}.partial`;
  await refuseTaken(path);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 }).catch(explain(path));
  await rm(partial, { force: true }).catch(explain(path));
  const hash = createHash('sha256');
  let byteCount = 0;
  const entries = pack();
  const flowing = pipeline(
    entries,
    zipInBlocks,
    async function* counted(source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        hash.update(chunk);
        byteCount += chunk.length;
        yield chunk;
      }
    },
    createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true }),
  ).catch(explain(path));
  // Told to whoever adds or finishes; alone, an unhandled rejection would end the program.
  flowing.catch(() => undefined);
  return {
    partial,
    add: (name, content) => {
      const added = new Promise<void>((resolve, reject) => {
        const sink = entries.entry({ name, mode: 0o600 }, content, (error) =>
          error ? reject(error) : resolve(),
        );
        // An entry that is cut short also tells whoever listens, and ends the program when nobody does.
        sink.on('error', reject);
      });
      // Why the flow ended says more than that the entry was cut short by it.
      added.catch(() => undefined);
      return Promise.race([added.catch(() => flowing.then(() => added)), flowing.then(() => added)]);
    },
    finish: async () => {
      entries.finalize();
      await flowing;
      return { byteCount, sha256: hash.digest() };
    },
    publish: async () => {
      await refuseTaken(path);
      await rename(partial, path).catch(explain(path));
    },
    discard: async () => {
      entries.destroy();
      await flowing.catch(() => undefined);
      await rm(partial, { force: true });
    },
  };
}

/** Refuses a name that another file has. */
export async function refuseTaken(path: string): Promise<void> {
  const isTaken = await stat(path).then(
    () => true,
    () => false,
  );
  if (isTaken) throw refuse('file-exists', (t) => t.fileExists(path));
}

function explain(path: string): (error: unknown) => never {
  return (error) => {
    if (hasCode(error, 'ENOSPC', 'EDQUOT', 'EFBIG')) throw refuse('no-room', (t) => t.noRoom(dirname(path)));
    if (hasCode(error, 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ENOENT', 'ENAMETOOLONG'))
      throw refuse('unwritable', (t) => t.unwritable(path));
    throw error;
  };
}
