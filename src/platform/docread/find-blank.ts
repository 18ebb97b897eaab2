import { join } from 'node:path';
import { productRoot } from '#platform/config/product-root.ts';
import { runContained } from '#platform/process/contained.ts';

/** A file that is larger is not looked into; it is held in memory once. */
const mostBytes = 64 * 1024 * 1024;

/**
 * Whether a PDF shows nothing at all, found in a process of its own: at most fifteen seconds of work and 700 MB. What
 * cannot be looked into counts as showing something, since nobody has seen that it does not. Never rejects.
 */
export async function findBlank(file: {
  readonly path: string;
  readonly byteCount: number;
}): Promise<boolean> {
  if (file.byteCount > mostBytes) return false;
  const run = await runContained({
    args: [join(productRoot, 'dist', 'blank-finder.js')],
    input: Buffer.from(JSON.stringify({ path: file.path })),
    timeoutMs: 60_000,
    workMs: 15_000,
    maxOldSpaceMb: 384,
    maxRssMb: 700,
    maxOutputBytes: 64,
  });
  return run.ok && run.stdout.toString('utf8') === 'blank';
}
