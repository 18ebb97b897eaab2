/** Scores readings of plans beside those that people made of them, by the script that does so for everybody. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { productRoot } from '#platform/config/product-root.ts';
import type { PlanReading } from './plan-reading.ts';

/** Shares from 0 to 1 of what a careful person found. */
export interface Scores {
  readonly rows: number;
  readonly fields: number;
  readonly total: number;
}

/** A reading, and the file with what a person made of the same plan. */
export interface Scored {
  readonly gold: string;
  readonly reading: PlanReading;
}

/** The scores of one reading. */
export function scoresOf(scored: Scored): Scores {
  const printed = printScores([scored]);
  const figure = (label: string) => Number(new RegExp(`${label} ([\\d.]+)`).exec(printed)?.[1]);
  return { rows: figure('rows'), fields: figure('fields'), total: figure('total') };
}

/** The total of each of many readings, in their order. */
export function totalsOf(scored: readonly Scored[]): number[] {
  const lines = printScores(scored).trim().split('\n').slice(0, -1);
  return lines.map((line) => Number(/^\S+\s+([\d.]+)/.exec(line)?.[1]));
}

function printScores(scored: readonly Scored[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'reading-'));
  try {
    const pairs = scored.flatMap(({ gold, reading }, index) => {
      const file = join(folder, `${index}.json`);
      writeFileSync(file, JSON.stringify(reading));
      return [gold, file];
    });
    const scorer = join(productRoot, 'scripts', 'score-import.mjs');
    return execFileSync(process.execPath, [scorer, ...pairs], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
