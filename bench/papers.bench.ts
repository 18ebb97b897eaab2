/** A plan as Word and as PDF, with the rows of a commune and with those of 200 pages: the median of three. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planPaper } from '#modules/planning/plan/papers/plan-paper.ts';
import type { PlanReading } from '#modules/planning/reading/plan-reading.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { productRoot } from '#platform/config/product-root.ts';
import type { Paper } from '#platform/docgen/paper.ts';
import { renderDocx } from '#platform/docgen/render-docx.ts';
import { renderPdf } from '#platform/docgen/render-pdf.ts';
import { medianTime } from './median.ts';

const gold = join(productRoot, 'seed', 'plans', 'gold', 'dong-ky-2026.json');
const reading = JSON.parse(readFileSync(gold, 'utf8')) as PlanReading;

for (const [rows, barMs] of [
  [50, 1_000],
  [2_000, 5_000],
] as const) {
  const paper = planPaper(withRows(rows), plainDate('2026-01-20'));
  await measure(`Word, ${rows} rows`, barMs, () => renderDocx(paper));
  await measure(`PDF, ${rows} rows`, barMs, () => pdfOf(paper));
}

function withRows(count: number): PlanReading {
  const tasks = Array.from({ length: count }, (_, index) => ({
    ...reading.tasks[index % reading.tasks.length],
    seq: String(index + 1),
  })) as PlanReading['tasks'];
  return {
    ...reading,
    tasks: tasks.toSorted((one, other) => (one.section ?? '').localeCompare(other.section ?? '')),
  };
}

async function pdfOf(paper: Paper): Promise<Uint8Array> {
  const result = await renderPdf(paper);
  if (!result.ok) throw new Error(`${result.reason}: ${result.detail}`);
  return result.pdf;
}

async function measure(name: string, barMs: number, make: () => Promise<Uint8Array>): Promise<void> {
  let size = 0;
  const took = await medianTime(3, async () => {
    size = (await make()).length;
  });
  console.log(`${name}: ${took.toFixed(0)} ms, ${(size / 1024).toFixed(0)} kB (bar ${barMs} ms)`);
  if (took > barMs) process.exitCode = 1;
}
