import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  builtInChoice,
  channels,
  type NoticeChoice,
  noticeGroups,
  type OwnChoice,
  resolveChoice,
  whens,
} from './notice-choice.ts';

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

const said = fc.record<OwnChoice>(
  {
    daysBefore: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 5 }),
    onTheDay: fc.boolean(),
    lateEvery: fc.integer({ min: 0, max: 20 }),
    digestAt: fc.option(time),
    quiet: fc.option(fc.record({ from: time, to: time })),
    quietOnDaysOff: fc.boolean(),
    lang: fc.constantFrom('vi', 'en'),
    when: fc.dictionary(
      fc.constantFrom(...noticeGroups),
      fc.dictionary(fc.constantFrom(...channels), fc.constantFrom(...whens)),
    ) as fc.Arbitrary<NonNullable<OwnChoice['when']>>,
  },
  { requiredKeys: [] },
);

/** The nearest layer that says it, or what is built in. */
function nearest<Value>(
  layers: readonly OwnChoice[],
  of: (own: OwnChoice) => Value | undefined,
  usual: Value,
) {
  for (const layer of [...layers].reverse()) {
    const value = of(layer);
    if (value !== undefined) return value;
  }
  return usual;
}

it('is what the nearest layer says, field by field', () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 3 }), (layers) => {
      const quiet = nearest(layers, (own) => own.quiet, { from: '20:00', to: '06:30' });
      const expected: NoticeChoice = {
        daysBefore: nearest(layers, (own) => own.daysBefore, builtInChoice.daysBefore),
        onTheDay: nearest(layers, (own) => own.onTheDay, builtInChoice.onTheDay),
        lateEvery: nearest(layers, (own) => own.lateEvery, builtInChoice.lateEvery),
        digestAt: nearest(layers, (own) => own.digestAt, builtInChoice.digestAt),
        quietFrom: quiet?.from ?? null,
        quietTo: quiet?.to ?? null,
        quietOnDaysOff: nearest(layers, (own) => own.quietOnDaysOff, builtInChoice.quietOnDaysOff),
        lang: nearest(layers, (own) => own.lang, builtInChoice.lang),
        when: builtInChoice.when,
      };
      const { when, ...rest } = resolveChoice(layers);
      const { when: _when, ...others } = expected;
      expect(rest).toEqual(others);
      for (const group of noticeGroups) {
        for (const channel of channels) {
          const usual = builtInChoice.when[group][channel];
          expect(when[group][channel]).toBe(nearest(layers, (own) => own.when?.[group]?.[channel], usual));
        }
      }
    }),
  );
});

it('is as above where a layer says nothing, wherever that layer stands', () => {
  fc.assert(
    fc.property(said, said, (unit, person) => {
      const chosen = resolveChoice([unit, person]);
      for (const layers of [
        [{}, unit, person],
        [unit, {}, person],
        [unit, person, {}],
      ])
        expect(resolveChoice(layers)).toEqual(chosen);
    }),
  );
});
