import { describe, expect, it } from 'vitest';
import reference from '../../../../seed/reference/holidays.json' with { type: 'json' };
import { referenceDays } from './input.ts';

const rule = {
  on: '2026-04-30',
  kind: 'off',
  name: 'Ngày Chiến thắng',
  nameEn: 'Victory Day',
  source: 'Bộ luật Lao động 2019, Điều 112',
  certainty: 'sourced',
  validity: 'in-force',
};
const fileWith = (...days: unknown[]) => ({ years: { '2026': { days } } });
const refusal = (file: unknown) => referenceDays.safeParse(file).error?.issues[0]?.message;

describe('the file of days off', () => {
  it('is what the product ships', () => {
    expect(referenceDays.parse(reference).length).toBeGreaterThan(80);
  });

  it('refuses a date that does not exist', () => {
    expect(refusal(fileWith({ ...rule, on: '2026-04-31' }))).toBe('2026-04-31 is not a date');
  });

  it('refuses a day of another year', () => {
    expect(refusal(fileWith({ ...rule, on: '2027-04-30' }))).toBe('2027-04-30 is not a day of 2026');
  });

  it('refuses the same day twice and days out of order', () => {
    expect(refusal(fileWith(rule, rule))).toBe('2026-04-30 stands after 2026-04-30');
    expect(refusal(fileWith(rule, { ...rule, on: '2026-01-01' }))).toBe('2026-01-01 stands after 2026-04-30');
  });

  it.each([{ kind: 'half' }, { certainty: 'sure' }, { name: '' }, { colour: 'red' }])(
    'refuses %j',
    (wrong) => {
      expect(referenceDays.safeParse(fileWith({ ...rule, ...wrong })).success).toBe(false);
    },
  );
});
