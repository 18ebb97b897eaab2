import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, opendir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A file that has come in whole and lies on the disk of this machine, under a name of no meaning, until it is discarded. */
export interface StagedContent {
  readonly path: string;
  readonly byteCount: number;
  readonly sha256: string;
}

/** More came in than is taken. */
export class ContentTooLarge extends Error {
  override readonly name = 'ContentTooLarge';
}

const ending = '.incoming';
/** Long after the slowest upload has ended. */
const abandonedAfterMs = 24 * 3_600_000;

/**
 * Gathers a stream in a folder, counting and hashing as it comes, and brings it to the disk. Throws `ContentTooLarge`
 * over `mostBytes`, and whatever breaks the stream off; nothing is left behind then.
 */
export async function stageContent(
  folder: string,
  source: Readable,
  mostBytes: number,
): Promise<StagedContent> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${randomUUID()}${ending}`);
  const hash = createHash('sha256');
  let byteCount = 0;
  try {
    await pipeline(
      // Part of a longer stream: what is left of it still has to pass by, so it is not ended here.
      source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>,
      async function* counted(chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          byteCount += chunk.length;
          if (byteCount > mostBytes) throw new ContentTooLarge();
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
    );
    return { path, byteCount, sha256: hash.digest('hex') };
  } catch (error) {
    await discardStaged(path);
    throw error;
  }
}

/** Removes what was gathered; what is gone already is no fault. */
export function discardStaged(path: string): Promise<void> {
  return rm(path, { force: true });
}

/** Removes what programs left that were killed while something came in. Gives how many files went. */
export async function discardAbandoned(folder: string, now: Date): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let gone = 0;
  for await (const { name } of await opendir(folder)) {
    const path = join(folder, name);
    if (!name.endsWith(ending)) continue;
    const found = await stat(path).catch(() => undefined);
    if (!found || now.getTime() - found.mtimeMs < abandonedAfterMs) continue;
    await discardStaged(path);
    gone += 1;
  }
  return gone;
}
