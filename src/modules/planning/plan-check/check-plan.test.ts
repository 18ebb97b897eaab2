import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSource } from '#platform/docread/read-source.ts';
import type { Id } from '#platform/db/id.ts';
import { type AnyRow, rowsOf } from '../plan-draft/plan-draft.ts';
import { readPlan } from '../reading/read-plan.ts';
import { checkPlan } from './check-plan.ts';
import { facts, row, soundPlan } from './fixtures.ts';
import { contentOf } from './plan-content.ts';

const check = (given: Parameters<typeof soundPlan>[0], known: Parameters<typeof facts>[0] = {}) =>
  checkPlan(soundPlan(given), facts(known));
const codes = (...args: Parameters<typeof check>) => check(...args).map((one) => one.code);

async function seedPlan(name: string) {
  const file = new URL(`../../../../seed/plans/${name}.txt`, import.meta.url);
  const source = await readSource(readFileSync(file), `${name}.txt`);
  const reading = readPlan(source, name);
  const rows = rowsOf(reading).map(
    (fresh, ordinal) =>
      ({
        ...fresh,
        id: `r${ordinal}` as Id<'plan-draft-row'>,
        state: 'unseen',
        ordinal,
        pair: null,
        version: 1,
      }) as AnyRow,
  );
  return checkPlan(contentOf(reading.plan, rows, { lines: source.lines }), facts({ forIssue: false }));
}

describe('the check of a plan', () => {
  it('finds nothing in a sound plan', () => {
    expect(check({})).toEqual([]);
  });

  it('names what stands in the way of issuing first', () => {
    const found = check({
      tasks: [
        ...soundPlan().tasks,
        row('task', 'x', { seq: '2', lead: ['A', 'B'], product: null }),
        row('task', 'y', { seq: '3', task: 'Lập báo cáo năm', lead: [] }),
      ],
    });
    expect(found.map((one) => [one.severity, one.code])).toEqual([
      ['must', 'lead-missing'],
      ['should', 'product-missing'],
      ['should', 'lead-several'],
    ]);
  });

  it('asks for number, day and signer only of a plan that is to be issued', () => {
    const { head } = soundPlan();
    const bare = { ...head, number: null, date: null, signer: { name: null, title: null, authority: null } };
    expect(check({ head: bare }).map((one) => one.field)).toEqual(['number', 'date', 'signer_name']);
    expect(check({ head: bare }, { forIssue: false })).toEqual([]);
    expect(codes({ head: { ...bare, title: ' ' } }, { forIssue: false })).toEqual(['head-incomplete']);
  });
});

describe('the plans of the demo', () => {
  it('misses 5.5 between 5.4 and 5.6 in the plan of Dân Hòa', async () => {
    const gaps = (await seedPlan('dan-hoa-2026')).filter((one) => one.code === 'number-gap');
    expect(gaps.map((one) => [one.detail, one.lines])).toEqual([
      [{ after: '2.2', found: '2.4', missing: '2.3' }, [127]],
      [{ after: '5.4', found: '5.6', missing: '5.5' }, [312]],
    ]);
  });

  it('finds the two levels of online payment in the plan of Hưng Thịnh, and offers either', async () => {
    const found = (await seedPlan('hung-thinh-2025')).filter((one) => one.code === 'target-contradiction');
    expect(found).toMatchObject([{ detail: { one: 60, other: 80, unit: '%' }, lines: [90, 384] }]);
    expect(found[0]?.mends.map((mend) => mend.shown)).toEqual([60, 80]);
    const [value, text] = found[0]?.mends[0]?.changes ?? [];
    expect(value).toMatchObject({ field: 'value', value: 60 });
    expect(text?.value).toContain('từ 60% trở lên');
  });
});
