import fc from 'fast-check';
import { expect, it } from 'vitest';
import { channels, noticeGroups, type OwnChoice, whens } from './notice-choice.ts';
import { valuesOf } from './choice-values.ts';
import { choiceBody, readChoice } from './input.ts';

const time = fc.constantFrom('00:00', '06:30', '20:00', '23:59');
const own = fc.record(
  {
    daysBefore: fc
      .uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 5 })
      .map((days) => [...days].sort((a, b) => b - a)),
    onTheDay: fc.boolean(),
    lateEvery: fc.integer({ min: 0, max: 20 }),
    digestAt: fc.constantFrom('05:00', '07:15', '11:30', null),
    quiet: fc.option(
      fc.record({ from: time, to: time }).filter(({ from, to }) => from !== to),
      { nil: null },
    ),
    quietOnDaysOff: fc.boolean(),
    lang: fc.constantFrom('vi', 'en'),
    when: fc.dictionary(
      fc.constantFrom(...noticeGroups),
      fc.dictionary(fc.constantFrom(...channels), fc.constantFrom(...whens), { minKeys: 1 }),
      { minKeys: 1 },
    ),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<OwnChoice>;

it('reads back from its form just what a layer says', () => {
  fc.assert(
    fc.property(own, (chosen) => {
      expect(readChoice(valuesOf(chosen))).toEqual({ chosen });
      expect(choiceBody.parse(chosen)).toEqual(chosen);
    }),
  );
});

it.each([
  ['daysBefore', '3, một'],
  ['daysBefore', '31'],
  ['daysBefore', '1, 2, 3, 4, 5, 6'],
  ['onTheDay', 'có'],
  ['lateEvery', '21'],
  ['lateEvery', '-1'],
  ['digestAt', '04:59'],
  ['digestAt', '12:00'],
  ['digestAt', '7:00'],
  ['lang', 'fr'],
  ['step-mail', 'sometimes'],
] as const)('says that %s cannot be %s', (name, typed) => {
  expect(readChoice({ ...valuesOf({}), [name]: typed })).toEqual({ wrong: [name] });
});

it.each([
  ['20:00', ''],
  ['20:00', '20:00'],
  ['', '06:00'],
  ['off', '06:00'],
])('asks for both ends of quiet hours: %s to %s', (quietFrom, quietTo) => {
  expect(readChoice({ ...valuesOf({}), quietFrom, quietTo })).toEqual({ wrong: ['quietTo'] });
});

it('takes zero for no reminder before a deadline, and blanks for commas', () => {
  expect(readChoice({ ...valuesOf({}), daysBefore: '0' })).toEqual({ chosen: { daysBefore: [] } });
  expect(readChoice({ ...valuesOf({}), daysBefore: '1 3;5' })).toEqual({ chosen: { daysBefore: [5, 3, 1] } });
});
