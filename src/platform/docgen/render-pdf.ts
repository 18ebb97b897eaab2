import { join } from 'node:path';
import pLimit from 'p-limit';
import { productRoot } from '#platform/config/product-root.ts';
import { runContained } from '#platform/process/contained.ts';
import type { Paper } from './paper.ts';
import { typesetOrder } from './typeset-order.ts';

export type PdfResult =
  | { readonly ok: true; readonly pdf: Uint8Array }
  | {
      readonly ok: false;
      readonly reason: 'too-slow' | 'out-of-memory' | 'failed';
      /** The last words of the typesetter, for the log. */
      readonly detail: string;
    };

/** Two papers are set at once; the others wait, so that many requests cannot take the memory of the machine. */
const inTurn = pLimit(2);

/**
 * A paper as a PDF for archives (PDF/A-2a, tagged), laid out by the rules of its day; further papers follow in the same
 * file, each with its own page numbers.
 *
 * Set in a process of its own that ends: at most thirty seconds and 768 MB. Never rejects.
 */
export async function renderPdf(paper: Paper, ...others: readonly Paper[]): Promise<PdfResult> {
  const run = await inTurn(() =>
    runContained({
      args: [join(productRoot, 'dist', 'typesetter.js')],
      input: Buffer.from(JSON.stringify(typesetOrder(paper, ...others))),
      timeoutMs: 30_000,
      maxOldSpaceMb: 256,
      maxRssMb: 768,
      maxOutputBytes: 64 * 1024 * 1024,
    }),
  );
  if (run.ok) return { ok: true, pdf: new Uint8Array(run.stdout) };
  return { ok: false, reason: run.reason, detail: run.stderr };
}
