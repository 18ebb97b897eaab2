/** What may come from outside: forms and letters of programs. */
import { z } from 'zod';
import { maybe, said } from '#platform/http/typed-fields.ts';
import { parseDayFirstDate, plainDate } from '#platform/clock/plain-date.ts';
import {
  dayOffRules,
  longestNumber,
  longestParty,
  longestReason,
  longestTitle,
  mostUnits,
} from './report-period.ts';

const day = z
  .string()
  .trim()
  .refine((text) => parseDayFirstDate(text) !== undefined)
  .transform((text) => parseDayFirstDate(text) ?? plainDate(text));
const dayOrNone = z.union([z.literal('').transform(() => null), day]);
const units = z.array(z.uuid()).min(1).max(mostUnits);
const version = z.coerce.number().int().min(0).catch(0);

/** A report that a document orders; days as people write them. */
export const orderForm = z.object({
  title: said(longestTitle),
  number: said(longestNumber),
  on: day,
  issuer: said(longestParty),
  from: dayOrNone,
  to: dayOrNone,
  last: day,
  addressee: maybe(longestTitle),
  units,
});

/** What people set of a period. */
export const settingsForm = z.object({
  from: dayOrNone,
  to: dayOrNone,
  last: dayOrNone,
  addressee: maybe(longestTitle),
  units,
  reason: said(longestReason),
  version,
});

/** The commune's own report as sent on. */
export const sendingForm = z.object({
  number: said(longestNumber),
  on: day,
  sentTo: said(longestParty),
  version,
});

export const discardForm = z.object({ reason: z.string().trim().max(longestReason) });

export const ruleForm = z.object({ rule: z.enum(dayOffRules), version });

/** The year and the plan of the calendar, as the address says. */
export const calendarFilter = z.object({
  nam: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  'ke-hoach': z.uuid().optional().catch(undefined),
});

const isoDay = z.iso.date().transform(plainDate);
const isoDayOrNone = isoDay.nullable().default(null);

/** The same for programs; the version comes in If-Match. */
export const orderBody = z.strictObject({
  title: said(longestTitle),
  document: z.strictObject({ number: said(longestNumber), on: isoDay, issuer: said(longestParty) }),
  dataFrom: isoDayOrNone,
  dataTo: isoDayOrNone,
  lastOn: isoDay.describe('The last day on which units may hand in.'),
  addressee: said(longestTitle).nullable().default(null),
  unitIds: units.describe('The units that report.'),
});
export const settingsBody = z.strictObject({
  dataFrom: isoDayOrNone,
  dataTo: isoDayOrNone,
  lastOn: isoDayOrNone,
  addressee: said(longestTitle).nullable().default(null),
  unitIds: units,
  reason: said(longestReason),
});
export const sendingBody = z.strictObject({
  number: said(longestNumber),
  on: isoDay,
  to: said(longestParty),
});
export const discardBody = z.strictObject({ reason: z.string().trim().max(longestReason).default('') });
export const ruleBody = z.strictObject({ rule: z.enum(dayOffRules), version: z.int().min(0) });
export const yearQuery = z.strictObject({ year: z.coerce.number().int().min(2000).max(2100) });
