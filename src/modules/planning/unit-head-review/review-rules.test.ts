import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../../../seed/reference/officer-evaluation.json' with { type: 'json' };
import { plainDate } from '#platform/clock/plain-date.ts';
import { countsIn, countWork, type WorkItem, workPercents } from './counted-work.ts';
import { referenceRules } from './input.ts';
import { findReferenceRules } from './reference.server.ts';
import { computedResults, factsOf } from './review-facts.ts';
import { monthOf } from './review-month.ts';
import { gradeOf, mostExcellent, resultPoints, type ReviewRules } from './review-rules.ts';

const month = monthOf(plainDate('2026-05-12'));
const rules = findReferenceRules(month) as ReviewRules;

const item = (given: Partial<WorkItem> = {}): WorkItem => ({
  id: 'x',
  code: '1',
  title: 'Việc',
  stage: 'done',
  isFromAbove: false,
  firstDueOn: null,
  handedInOn: null,
  isLate: false,
  sentBack: 0,
  exception: null,
  assigneeName: null,
  ...given,
});
const many = (count: number, given: Partial<WorkItem> = {}) =>
  Array.from({ length: count }, () => item(given));

describe('the rules of the decree', () => {
  it('are what the product ships, each number with how sure it is, from 2026 on', () => {
    expect(referenceRules.parse(reference).sets).toHaveLength(1);
    expect(findReferenceRules(monthOf(plainDate('2025-12-31')))).toBeUndefined();
    expect([rules.commonMax, rules.resultsMax, rules.capPercent]).toEqual([30, 70, 20]);
  });

  it.each([{ sets: [] }, { sets: [{ ...reference.sets[0], validFrom: '2026-02-30' }] }, { sets: [{}] }])(
    'refuse a file that is not well formed: %#',
    (wrong) => {
      expect(referenceRules.safeParse(wrong).success).toBe(false);
    },
  );

  it('give ten equal products, three of them late once, 92.5 % of progress', () => {
    expect(workPercents([...many(7), ...many(3, { isLate: true })], rules).progress).toBe(92.5);
  });

  it('take a quarter of the quality of a product each time that it is sent back, and no more than all', () => {
    expect(workPercents([item({ sentBack: 1 }), item()], rules).quality).toBe(87.5);
    expect(workPercents([item({ sentBack: 9 })], rules).quality).toBe(0);
    const strict = { ...rules, exceptionPercent: 10 };
    expect(workPercents([item({ exception: 'bản giấy' })], strict).quality).toBe(90);
  });

  it('weigh what a task converts to, and take no share of nothing', () => {
    const heavy = { ...rules, conversion: { plan: 1, above: 3 } };
    const work = [item({ isFromAbove: true }), item({ stage: 'in-progress' })];
    expect(workPercents(work, heavy).quantity).toBe(75);
    expect(workPercents([], rules)).toEqual({
      quantity: undefined,
      quality: undefined,
      progress: undefined,
    });
    expect(computedResults(factsOf([], rules, month.last), { unit: 100 })).toBeUndefined();
  });

  it('work out the example of a leader: 63 points for results', () => {
    const percents = { quantity: 100, quality: 100, progress: 90, unit: 50, organising: 100, uniting: 100 };
    expect(resultPoints(rules, percents)).toBe(63);
    expect(gradeOf(rules, 28 + 63)).toBe('excellent');
  });

  it('work out the example of three parts: 61.83 points for results, 88.83 in all', () => {
    const three = { ...rules, weights: { ...rules.weights, unit: 0, organising: 0, uniting: 0 } };
    expect(resultPoints(three, { quantity: 100, quality: 90, progress: 75 })).toBe(61.83);
    expect(gradeOf(three, 88.83)).toBe('good');
  });

  it.each([
    [90, 'excellent'],
    [89.99, 'good'],
    [70, 'good'],
    [69.99, 'fulfilled'],
    [50, 'fulfilled'],
    [49.99, 'failed'],
  ] as const)('grade %s points %s', (points, grade) => {
    expect(gradeOf(rules, points)).toBe(grade);
  });

  it('let one in five of the good be excellent', () => {
    expect([0, 4, 5, 12].map((good) => mostExcellent(rules, good))).toEqual([0, 0, 1, 2]);
  });
});

it('counts each task in one of two ways by three measures, and stays between 0 and 100', () => {
  const drawn = fc.record({
    stage: fc.constantFrom('done' as const, 'submitted' as const, 'in-progress' as const),
    isLate: fc.boolean(),
    sentBack: fc.nat(6),
    isFromAbove: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(drawn, { maxLength: 20 }), (given) => {
      const work = given.map(item);
      const counts = countWork(work);
      expect(counts.finished + counts.unfinished).toBe(counts.given);
      expect(counts['on-time'] + counts.late).toBe(counts.given);
      expect(counts['sent-back']).toBeLessThanOrEqual(counts.finished);
      expect(work.filter((one) => countsIn('given', one))).toHaveLength(given.length);
      const { quantity = 0, quality = 0, progress = 0 } = workPercents(work, rules);
      expect([quantity, quality, progress].every((percent) => percent >= 0 && percent <= 100)).toBe(true);
    }),
  );
});
