import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#platform/clock/plain-date.ts';
import { type PaperBlock, plainWords } from '#platform/docgen/paper.ts';
import type { PlanReading } from '../../reading/plan-reading.ts';
import { taskListPaper } from './task-list-paper.ts';

const gold = new URL('../../../../../seed/plans/gold/dan-hoa-2026.json', import.meta.url);
const reading = JSON.parse(readFileSync(gold, 'utf8')) as PlanReading;
const today = plainDate('2026-02-01');

function rowsOf(block: PaperBlock | undefined): string[][] {
  if (block?.kind !== 'table') throw new Error('not a table');
  return block.rows.map(({ cells }) => cells.map((cell) => plainWords(cell.words)));
}

describe('the tasks of a plan by unit', () => {
  const paper = taskListPaper(reading, today);
  const annex = rowsOf(paper.annexes[0]?.body[0]);

  it('stands every task with each unit that leads it', () => {
    const units = annex.filter((cells) => cells.length === 2).map(([, unit]) => unit);
    expect(new Set(units)).toEqual(new Set(reading.tasks.flatMap(({ lead }) => lead)));
    const listed = annex.filter((cells) => cells.length === 6).length - 1;
    expect(listed).toBe(reading.tasks.reduce((sum, { lead }) => sum + new Set(lead).size, 0));
  });

  it('counts for each unit what it leads and helps with, most first', () => {
    const [, ...units] = rowsOf(paper.body[1]);
    const leads = units.map(([, , count]) => Number(count));
    expect(leads).toEqual(leads.toSorted((one, other) => other - one));
    const first = units[0]?.[1];
    expect(leads[0]).toBe(reading.tasks.filter(({ lead }) => lead.includes(first ?? '')).length);
  });

  it('says where each task stands in the plan', () => {
    const [first] = reading.tasks;
    expect(
      annex.some((cells) => cells[1] === `${first?.section}.${first?.seq}` && cells[2] === first?.task),
    ).toBe(true);
  });

  it('puts what nobody leads at the end, under its own title', () => {
    const [one, ...rest] = reading.tasks;
    if (!one) throw new Error('the plan has no task');
    const unled = taskListPaper({ ...reading, tasks: [{ ...one, lead: [] }, ...rest] }, today);
    const rows = rowsOf(unled.annexes[0]?.body[0]);
    expect(rows.at(-2)?.[1]).toBe('Chưa có cơ quan chủ trì');
    expect(rows.at(-1)?.[2]).toBe(one.task);
  });
});
