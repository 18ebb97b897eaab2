import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSource } from '#platform/docread/read-source.ts';
import type { Id } from '#platform/db/id.ts';
import { type AnyRow, rowsOf } from '../plan-draft/plan-draft.ts';
import { readPlan } from '../reading/read-plan.ts';
import { loadAbolishedBodies } from './abolished-bodies.server.ts';
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
  return checkPlan(contentOf(reading.plan, rows, { lines: source.lines }), facts());
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

  it('asks for title and years, and leaves number, day and signer to the issuing', () => {
    const { head } = soundPlan();
    const bare = { ...head, number: null, date: null, signer: { name: null, title: null, authority: null } };
    expect(check({ head: bare })).toEqual([]);
    expect(codes({ head: { ...bare, title: ' ' } })).toEqual(['head-incomplete']);
    expect(check({ head: { ...bare, title: null, year_to: null } }).map((one) => one.field)).toEqual([
      'title',
      'year_from',
    ]);
  });
});

describe('whatever a plan holds', () => {
  const words = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('UBND huyện', '1.2', 'Thường xuyên'),
  );
  const day = fc.oneof(fc.constantFrom('2026-04-30', '2025-02-31', '', 'hôm nay', '9999-12-31'), words);
  const maybe = <Value>(some: fc.Arbitrary<Value>) => fc.option(some, { nil: null });
  const units = fc.array(words, { maxLength: 3 });
  const due = fc.record({
    kind: fc.constantFrom('date' as const, 'month' as const, 'ongoing' as const),
    from: maybe(day),
    to: maybe(day),
    recurrence: fc.constant(null),
  });
  const task = fc.record({
    section: maybe(words),
    seq: maybe(words),
    task: maybe(words),
    product: maybe(words),
  });
  const rest = fc.record({ lead: units, coordinators: units, due: maybe(due), due_text: maybe(words) });
  const target = fc.record({ text: words, metric: words, unit: words, value: fc.double({ noNaN: true }) });
  const citation = fc.record({ number: maybe(words), date: maybe(day) });

  it('is checked without a fault, and every key and mend leads to a row', () => {
    const plans = fc.record({
      tasks: fc.array(fc.tuple(task, rest), { maxLength: 6 }),
      targets: fc.array(target, { maxLength: 4 }),
      citations: fc.array(citation, { maxLength: 4 }),
      lines: fc.array(words, { maxLength: 6 }),
    });
    const known = { abolished: loadAbolishedBodies() };
    fc.assert(
      fc.property(plans, ({ tasks, targets, citations, lines }) => {
        const given = {
          sections: [],
          tasks: tasks.map(([one, other], index) => row('task', `t${index}`, { ...one, ...other })),
          targets: targets.map((data, index) => row('target', `g${index}`, data)),
          citations: citations.map((data, index) => row('citation', `c${index}`, data)),
          lines,
        };
        const keys = new Set([...given.tasks, ...given.targets, ...given.citations].map(({ key }) => key));
        for (const { keys: concerned, mends } of check(given, known)) {
          const named = [...concerned, ...mends.flatMap((mend) => mend.changes.map((change) => change.key))];
          expect(named.filter((key) => !keys.has(key) && key !== 'r0')).toEqual([]);
          expect(mends.filter((mend) => mend.changes.length === 0)).toEqual([]);
        }
      }),
    );
  });
});

describe('the plans of the demo', () => {
  it('misses 5.5 between 5.4 and 5.6 in the plan of Dân Hòa', async () => {
    const gaps = (await seedPlan('dan-hoa-2026')).filter((one) => one.code === 'number-gap');
    expect(gaps.map((one) => [one.detail, one.lines])).toEqual([
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
