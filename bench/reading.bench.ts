/** Reading each of the plans, warm, from its bytes to the reading: the median of seven. Fails over one second. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPlan } from '#modules/planning/reading/read-plan.ts';
import { productRoot } from '#platform/config/product-root.ts';
import { readSource } from '#platform/docread/read-source.ts';

const barMs = 1_000;
const folder = join(productRoot, 'seed', 'plans');

for (const file of readdirSync(folder).filter((name) => /\.(txt|docx)$/.test(name))) {
  const bytes = new Uint8Array(readFileSync(join(folder, file)));
  const times: number[] = [];
  for (let run = 0; run < 9; run += 1) {
    const begun = performance.now();
    readPlan(await readSource(bytes, file), file);
    times.push(performance.now() - begun);
  }
  const median = times.slice(2).sort((a, b) => a - b)[3] ?? Number.POSITIVE_INFINITY;
  console.log(`${file}: ${median.toFixed(0)} ms (bar ${barMs} ms)`);
  if (median > barMs) process.exitCode = 1;
}
