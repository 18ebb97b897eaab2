import { join } from 'node:path';
import { productRoot } from '#platform/config/product-root.ts';
import { runContained } from '#platform/process/contained.ts';
import { reportSchema, type SignatureReport } from './signature-report.ts';

/** What became of looking into a file. */
export type ContainedCheck =
  | { readonly ok: true; readonly report: SignatureReport }
  | { readonly ok: false; readonly reason: 'too-slow' | 'out-of-memory' | 'failed'; readonly detail: string };

/** A file that is larger is not looked into; it is held in memory once. */
const mostBytes = 256 * 1024 * 1024;

/**
 * Looks into the signatures of a PDF in a process of its own: at most thirty seconds of work and 700 MB, and nothing of
 * ours within its reach but this one file. Never rejects.
 * @param trusted the certificates that are trusted, in DER
 */
export async function checkContained(
  file: { readonly path: string; readonly byteCount: number },
  trusted: readonly Uint8Array[],
  now: Date,
): Promise<ContainedCheck> {
  if (file.byteCount > mostBytes) return { ok: false, reason: 'out-of-memory', detail: 'too large' };
  const order = {
    path: file.path,
    trusted: trusted.map((der) => Buffer.from(der).toString('base64')),
    now: now.toISOString(),
  };
  const run = await runContained({
    args: [join(productRoot, 'dist', 'signature-checker.js')],
    input: Buffer.from(JSON.stringify(order)),
    timeoutMs: 2 * 60_000,
    workMs: 30_000,
    maxOldSpaceMb: 256,
    maxRssMb: 700,
    maxOutputBytes: 4 * 1024 * 1024,
  });
  if (!run.ok) return { ok: false, reason: run.reason, detail: run.stderr };
  const parsed = reportSchema.safeParse(jsonOf(run.stdout));
  if (!parsed.success) return { ok: false, reason: 'failed', detail: 'no report' };
  return { ok: true, report: parsed.data };
}

/** What the program printed; undefined when it ended in the middle of a word. */
function jsonOf(printed: Buffer): unknown {
  try {
    return JSON.parse(printed.toString('utf8'));
  } catch {
    return undefined;
  }
}
