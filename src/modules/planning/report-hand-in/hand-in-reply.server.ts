import { z } from 'zod';
import type { Lang } from '#platform/i18n/lang.ts';
import { periodName } from '../report-period/period-name.ts';
import { type HandIn, handInStates } from './report-hand-in.ts';

/** The report of a unit as programs see it. */
export const handInReply = z
  .object({
    id: z.uuid(),
    periodId: z.uuid(),
    periodName: z.string(),
    unitId: z.uuid(),
    unitName: z.string(),
    state: z.enum(handInStates),
    dueOn: z.iso.date().nullable(),
    firstHandedInOn: z.iso.date().nullable().describe('The day that counts for being in time.'),
    handedInOn: z.iso.date().nullable(),
    handedInByName: z.string().nullable(),
    text: z.string().nullable(),
    reason: z.string().nullable(),
    sentBackTimes: z.int(),
    version: z.int(),
  })
  .meta({ id: 'UnitReport' });

/** Puts a report of a unit into that shape. */
export function shownHandIn(lang: Lang, handIn: HandIn): z.infer<typeof handInReply> {
  const { period, handedInById: _by, ...rest } = handIn;
  return { ...rest, periodId: period.id, periodName: periodName(lang, period), dueOn: period.dueOn };
}
