import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../../../seed/reference/task-templates.json' with { type: 'json' };
import { builtInTemplates } from './built-in.server.ts';
import { reportTemplate, step } from './fixtures.ts';
import { builtInFile } from './input.ts';
import { circleIn, faultsOf, lengthOf, withoutParts } from './task-template.ts';

describe('what a template says of its parts', () => {
  it('fits together, or is told by the number of the part', () => {
    expect(faultsOf(reportTemplate())).toEqual([]);
    const late = reportTemplate({ steps: [step({ title: 'a', dueWorkingDays: 11 })] });
    expect(faultsOf(late)).toEqual([{ code: 'after-whole', step: 1, days: 11, latest: 10 }]);
    const lost = reportTemplate({ steps: [step({ title: 'a', after: [2] })] });
    expect(faultsOf(lost)).toEqual([{ code: 'unknown-step', step: 1, other: 2 }]);
    const open = reportTemplate({ dueWorkingDays: null, steps: [step({ title: 'a', dueWorkingDays: 400 })] });
    expect(faultsOf(open)).toEqual([]);
  });

  it('never waits for itself, straight or over others', () => {
    const waits = (...after: number[][]) => circleIn(after.map((one) => ({ after: one })));
    expect(waits([1])).toEqual([1, 1]);
    expect(waits([2], [3], [1])).toEqual([1, 2, 3, 1]);
    expect(waits([], [1], [1, 2])).toBeUndefined();
  });

  it('takes as long as its deadline, or as the last part where it has none', () => {
    expect(lengthOf(reportTemplate())).toBe(10);
    expect(lengthOf(reportTemplate({ dueWorkingDays: null }))).toBe(9);
    expect(lengthOf(reportTemplate({ dueWorkingDays: null, steps: [] }))).toBe(0);
  });
});

describe('a part that is left out', () => {
  it('hands on what it waited for', () => {
    const parts = [{ after: [] }, { after: [1] }, { after: [2] }];
    expect(withoutParts(parts, new Set([2]))).toEqual([{ after: [] }, { after: [1] }]);
    expect(withoutParts(parts, new Set([1, 2]))).toEqual([{ after: [] }]);
    expect(withoutParts(parts, new Set())).toEqual(parts);
  });

  it('never makes a circle, nor names a part that there is not', () => {
    const chain = fc
      .array(fc.nat(30), { maxLength: 12 })
      .map((seeds) => seeds.map((seed, index) => ({ after: index === 0 ? [] : [(seed % index) + 1] })));
    fc.assert(
      fc.property(chain, fc.array(fc.integer({ min: 1, max: 12 })), (parts, leftOut) => {
        const kept = withoutParts(parts, new Set(leftOut));
        expect(circleIn(kept)).toBeUndefined();
        expect(kept.flatMap(({ after }) => after).filter((one) => one < 1 || one > kept.length)).toEqual([]);
      }),
    );
  });
});

describe('the templates that come with the product', () => {
  it('fit together, name their sources, and have keys of their own', () => {
    expect(builtInTemplates.length).toBeGreaterThanOrEqual(5);
    expect(builtInTemplates.flatMap(faultsOf)).toEqual([]);
    expect(new Set(builtInTemplates.map((one) => one.key)).size).toBe(builtInTemplates.length);
    expect(builtInTemplates.filter((one) => !one.source.includes('Kế hoạch'))).toEqual([]);
  });

  it('are refused where one is not well formed', () => {
    const [first] = reference.templates;
    const wrong = (given: object) => builtInFile.safeParse({ templates: [{ ...first, ...given }] }).success;
    expect(wrong({})).toBe(true);
    for (const given of [
      { certainty: 'sure' },
      { seenOn: '2026-13-01' },
      { source: '' },
      { dueWorkingDays: -1 },
    ])
      expect(wrong(given)).toBe(false);
  });
});
