/**
 * Reading plans, warm, from their bytes to the reading. Each of the seed plans in each of its formats: the median of
 * seven, at most one second. A plan of 200 pages with 2,000 rows: at most ten seconds, and twice as much of it no more
 * than somewhat over twice the time.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPlan } from '#modules/planning/reading/read-plan.ts';
import { productRoot } from '#platform/config/product-root.ts';
import { docx, p, tbl, tc, tr } from '#platform/docread/docx.fixtures.ts';
import { readSource } from '#platform/docread/read-source.ts';

const barMs = 1_000;
const longBarMs = 10_000;
/** Two for the plan itself and one for garbage and the machine; four would be the square. */
const growthBar = 3;
const folder = join(productRoot, 'seed', 'plans');

for (const file of readdirSync(folder).filter((name) => /\.(txt|docx|doc|pdf)$/.test(name))) {
  const bytes = new Uint8Array(readFileSync(join(folder, file)));
  judge(file, await medianTime(bytes, file, 7), barMs);
}

const long = await medianTime(await lengthened(10, 40), 'long.docx', 3);
judge('2,000 rows on 200 pages (.docx)', long, longBarMs);
const longer = await medianTime(await lengthened(20, 80), 'longer.docx', 3);
judge('4,000 rows on 400 pages (.docx)', longer, long * growthBar);

async function medianTime(bytes: Uint8Array, name: string, runs: number): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs + 2; run += 1) {
    const begun = performance.now();
    readPlan(await readSource(bytes, name), name);
    times.push(performance.now() - begun);
  }
  const warm = times.slice(2).sort((a, b) => a - b);
  return warm[Math.floor(warm.length / 2)] ?? Number.POSITIVE_INFINITY;
}

function judge(what: string, tookMs: number, mostMs: number): void {
  console.log(`${what}: ${tookMs.toFixed(0)} ms (bar ${mostMs.toFixed(0)} ms)`);
  if (tookMs > mostMs) process.exitCode = 1;
}

/** A seed plan with the paragraphs of its body and the rows of its list repeated. */
async function lengthened(paragraphTimes: number, rowTimes: number): Promise<Uint8Array> {
  const file = 'dong-ky-2026.docx';
  const { blocks } = await readSource(new Uint8Array(readFileSync(join(folder, file))), file);
  const prose = blocks.flatMap((block) => (block.kind === 'paragraph' ? [p(asXml(block.text))] : []));
  const lists = blocks.flatMap((block) => (block.kind === 'table' && block.width > 3 ? block.rows : []));
  const [head = '', ...rows] = lists.map(({ cells }) => tr(cells.map(({ text }) => tc(asXml(text)))));
  return docx(prose.join('').repeat(paragraphTimes) + tbl(head, rows.join('').repeat(rowTimes)));
}

function asXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
