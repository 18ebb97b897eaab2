import { z } from 'zod';
import { parseDayFirstDate, parsePlainDate } from '#platform/clock/plain-date.ts';
import {
  authorities,
  longestName,
  longestReason,
  longestRecipients,
  longestSymbol,
  urgencies,
} from './issued-paper.ts';

/** Letters that hide what a text is, or turn its direction. */
const hidden = /[\p{Cc}\p{Cf}]/u;
const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => !hidden.test(text));

/** Lines of a form end in two letters, those of a paper in one. */
function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** What stands on a paper beside what it is about. */
export const headFields = {
  symbol: line(longestSymbol).refine((text) => /^[\p{L}\d][\p{L}\d./-]*$/u.test(text)),
  authority: z.enum(authorities),
  signerName: line(longestName),
  signerPosition: line(longestName),
  recipients: z.string().trim().min(1).max(longestRecipients).transform(withLineFeeds),
  urgency: z.enum(urgencies),
};

/** The same as a form sends it, among other fields. */
export const headForm = z.object(headFields);

const whole = z
  .string()
  .trim()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(99_999));
const version = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** The form that gives a paper its number and day. */
export const issueForm = z.object({
  number: whole,
  proposed: whole,
  note: z.string().trim().max(longestReason),
  on: z
    .string()
    .transform((text) => parseDayFirstDate(text) ?? parsePlainDate(text.trim()))
    .pipe(z.custom((day) => day !== undefined)),
  version,
});

/** The form that withdraws a paper. */
export const withdrawForm = z.object({ reason: z.string().trim().min(1).max(longestReason), version });

/** The same for programs. */
export const issueBody = z.strictObject({
  number: z.int().min(1).max(99_999).optional().describe('Left out: the number that comes next.'),
  note: z
    .string()
    .trim()
    .max(longestReason)
    .default('')
    .describe('Why the number is not the one that comes next.'),
  on: z.iso.date().describe('The day that the paper bears.'),
});
export const withdrawBody = z.strictObject({ reason: z.string().trim().min(1).max(longestReason) });
