import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productRoot } from '#platform/config/product-root.ts';
import { readSource } from '#platform/docread/read-source.ts';
import { readPlan } from './read-plan.ts';

const corpus = join(productRoot, 'seed', 'reading-corpus');
const plans = join(productRoot, 'seed', 'plans');
const scorer = join(productRoot, 'scripts', 'score-import.mjs');

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
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'corpus-'));
    const pairs: string[] = [];
    for (const [index, { file, gold }] of readings.entries()) {
      const read = join(folder, `${index}.json`);
      const source = await readSource(new Uint8Array(readFileSync(file)), file);
      writeFileSync(read, JSON.stringify(readPlan(source, file)));
      pairs.push(gold, read);
    }
    const printed = execFileSync(process.execPath, [scorer, ...pairs], { encoding: 'utf8' });
    for (const [index, line] of printed.trim().split('\n').slice(0, -1).entries()) {
      scores.set(readings[index]?.file ?? '', Number(/^\S+\s+([\d.]+)/.exec(line)?.[1]));
    }
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(readings.map(({ file }) => file.slice(productRoot.length + 1)))('%s reaches 0.97', (file) => {
    expect(scores.get(join(productRoot, file))).toBeGreaterThanOrEqual(0.97);
  });
});
