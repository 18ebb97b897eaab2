import { z } from 'zod';
import { parseDayFirstDate, parsePlainDate, type PlainDate } from '#platform/clock/plain-date.ts';
import { figures, groupings } from './progress.ts';

/** What stands in addresses for each way of putting tasks together. */
export const groupingNames = { 'don-vi': 'unit', 'linh-vuc': 'axis', 'lanh-dao': 'leader' } as const;
const names = ['don-vi', 'linh-vuc', 'lanh-dao'] as const;

/** A day as people write it, or as links do; undefined for what is no day. */
const writtenDay = z
  .string()
  .max(10)
  .transform((text) => parsePlainDate(text) ?? parseDayFirstDate(text));

/** The page of figures as it stands in the address: how tasks are put together; the day is read apart, to be mended. */
export const progressQuery = z.object({ theo: z.enum(names).catch('don-vi') });

/** A day of the address; undefined where none is given or it cannot be read. */
function readDay(text: string | null) {
  return text === null || text === '' ? undefined : writtenDay.safeParse(text).data;
}

/** The page of the tasks behind one figure. */
export const countedQuery = progressQuery.extend({
  so: z.enum(figures).catch('total'),
  /** The id of a unit or leader, an axis, `khong` for none of these; left out for all groups. */
  nhom: z.string().max(60).optional().catch(undefined),
  trang: z.string().max(2_000).optional().catch(undefined),
});

/** Figures as programs ask for them; what is wrong is refused. */
export const progressApiQuery = z.strictObject({
  day: z.iso
    .date()
    .optional()
    .describe('How things stood at the end of this day; today where none is named.'),
  by: z.enum(groupings).default('unit'),
});

/** The day of which figures are asked, and what was wrong with how it was written. */
export interface AskedDay {
  readonly day: PlainDate;
  /** As it was typed, to be mended. */
  readonly typed: string;
  readonly trouble?: 'wrong' | 'ahead';
}

/** Reads the day of an address; today where it names none, none that is a day, or one that has not come. */
export function askedDay(query: URLSearchParams, today: PlainDate): AskedDay {
  const typed = query.get('ngay') ?? '';
  const day = readDay(typed);
  if (typed !== '' && day === undefined) return { day: today, typed, trouble: 'wrong' };
  if (day !== undefined && day > today) return { day: today, typed, trouble: 'ahead' };
  return { day: day ?? today, typed };
}
