import { describe, expect, it } from 'vitest';
import rules from '../../../../seed/reference/holiday-rules.json' with { type: 'json' };
import reference from '../../../../seed/reference/holidays.json' with { type: 'json' };
import { derivedDays } from './derived-days.ts';
import { holidayRules, referenceDays } from './input.ts';

const parsed = holidayRules.parse(rules);
const known = referenceDays.parse(reference);

describe('the days off of a year that is not announced', () => {
  it.each([2027, 2028, 2029, 2030])('are those that the reference file derived for %s', (year) => {
    const ofFile = known.filter((day) => day.on.startsWith(`${year}-`));
    expect(derivedDays(parsed, year).map(({ on, kind }) => ({ on, kind }))).toEqual(
      ofFile.map(({ on, kind }) => ({ on, kind })),
    );
  });

  it('say what they stand in for, and that they are derived', () => {
    const days = derivedDays(parsed, 2033);
    expect(days.every((day) => day.certainty === 'derived')).toBe(true);
    expect(days.find((day) => day.on === '2033-01-03')).toMatchObject({
      name: 'Nghỉ bù Tết Dương lịch (01/01/2033)',
      nameEn: "Day off in lieu of New Year's Day (01/01/2033)",
    });
  });

  it('begin where the reference file ends', () => {
    expect(parsed.from).toBe(Number(known.at(-1)?.on.slice(0, 4)) + 1);
  });
});
