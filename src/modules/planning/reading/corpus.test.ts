import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { productRoot } from '#platform/config/product-root.ts';
import { readSource } from '#platform/docread/read-source.ts';
import { readPlan } from './read-plan.ts';
import { totalsOf } from './score.fixtures.ts';

const corpus = join(productRoot, 'seed', 'reading-corpus');
const plans = join(productRoot, 'seed', 'plans');

/** Plans in many layouts that a reader meets, each with the reading that a careful person would make of it. */
const readings = [
  ...readdirSync(corpus)
    .filter((name) => /\.(txt|docx)$/.test(name))
    .map((name) => ({ file: join(corpus, name), gold: join(corpus, name.replace(/\.\w+$/, '.json')) })),
  ...readdirSync(join(corpus, 'seeds-gold'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({
      file: join(plans, name.replace('.json', '.txt')),
      gold: join(corpus, 'seeds-gold', name),
    })),
];

describe('plans in layouts of other communes', () => {
  const scores = new Map<string, number>();

  beforeAll(async () => {
    const made = await Promise.all(
      readings.map(async ({ file, gold }) => {
        const source = await readSource(new Uint8Array(readFileSync(file)), file);
        return { gold, reading: readPlan(source, file) };
      }),
    );
    for (const [index, total] of totalsOf(made).entries()) scores.set(readings[index]?.file ?? '', total);
  });

  it.each(readings.map(({ file }) => file.slice(productRoot.length + 1)))('%s reaches 0.97', (file) => {
    expect(scores.get(join(productRoot, file))).toBeGreaterThanOrEqual(0.97);
  });
});
