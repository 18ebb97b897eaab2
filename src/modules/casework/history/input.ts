import { z } from 'zod';
import { parseDayFirstDate } from '#platform/clock/plain-date.ts';

const code = z
  .string()
  .regex(/^[a-z0-9.-]{1,100}$/)
  .optional()
  .catch(undefined);

/** The id of an account, or the name of a part of the system. */
const person = z
  .string()
  .regex(/^[^\p{Cc}]{1,200}$/u)
  .optional()
  .catch(undefined);

const day = z
  .string()
  .trim()
  .transform((text) => text || undefined)
  .refine((text) => text === undefined || parseDayFirstDate(text) !== undefined)
  .optional();

/** A place in the list: the moment of a line and its id. */
const cursor = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z_[0-9a-f-]{36}$/)
  .refine(
    (text) => !Number.isNaN(Date.parse(text.slice(0, 27))) && z.uuid().safeParse(text.slice(28)).success,
  )
  .optional()
  .catch(undefined);

/**
 * The filter of the audit as it stands in the address. A choice that does not exist counts as none; a day that does not
 * exist is refused, because the list would silently show other days.
 */
export const historyFilter = z.object({
  nguoi: person,
  /** Only writes, or only openings of personal data. */
  kieu: z.enum(['ghi', 'mo']).optional().catch(undefined),
  viec: code,
  loai: code,
  'ban-ghi': z.uuid().optional().catch(undefined),
  tu: day,
  den: day,
  truoc: cursor,
});
export type HistoryFilter = z.infer<typeof historyFilter>;
