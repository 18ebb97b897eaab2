import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';

const zip = promisify(gzip);

const blockBytes = 4 * 1024 * 1024;
/** The lowest: a backup must not take the processor from those who work. */
const level = 1;
/** A few places tell what a block is made of. */
const samples = 4_096;

/**
 * Zips what comes in blocks, each a gzip member of its own, which together are one gzip file (RFC 1952) to every reader.
 * A block is zipped off the main thread while the next one is gathered. Files, which COPY writes as hex digits, are only
 * packed digit by digit: looking for repeats in them takes four times as long and finds none.
 */
export async function* zipInBlocks(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  let ahead: Promise<Buffer> | undefined;
  for await (const block of blocksOf(source)) {
    const next = zip(block, { level, strategy: strategyFor(block) });
    // Told when its turn comes; until then nobody listens.
    next.catch(() => undefined);
    if (ahead) yield await ahead;
    ahead = next;
  }
  if (ahead) yield await ahead;
}

async function* blocksOf(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  let [held, bytes]: [Buffer[], number] = [[], 0];
  for await (const chunk of source) {
    held.push(chunk);
    bytes += chunk.length;
    if (bytes < blockBytes) continue;
    yield Buffer.concat(held);
    [held, bytes] = [[], 0];
  }
  if (bytes > 0) yield Buffer.concat(held);
}

function strategyFor(block: Buffer): number {
  const step = Math.max(1, Math.floor(block.length / samples));
  let [digits, seen] = [0, 0];
  for (let at = 0; at < block.length; at += step) {
    const code = block[at] ?? 0;
    seen += 1;
    if ((code >= 48 && code <= 57) || (code >= 97 && code <= 102)) digits += 1;
  }
  return digits / seen > 0.97 ? constants.Z_HUFFMAN_ONLY : constants.Z_DEFAULT_STRATEGY;
}
