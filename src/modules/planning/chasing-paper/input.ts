import { z } from 'zod';
import { parseDayFirstDate, parsePlainDate, type PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import { longestPlace, longestWords, mostNamed, mostNearDays, mostYellowDays } from './chasing-paper.ts';

const line = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .refine((text) => !/[\p{Cc}\p{Cf}]/u.test(text));
const unitIds = z.array(z.uuid().transform((id) => id as Id<'unit'>)).max(100);
const taskIds = z.array(z.uuid().transform((id) => id as Id<'task'>)).max(mostNamed);
const day = z
  .string()
  .refine((text) => parsePlainDate(text) !== undefined)
  .transform((text) => text as PlainDate);
const nearDays = z.int().min(0).max(mostNearDays);

/** What the database keeps of it, and what programs send. */
export const askedBody = z.strictObject({
  unitIds: unitIds.default([]).describe('Lead units; all, where neither units nor tasks are named.'),
  taskIds: taskIds.default([]).describe('Just these tasks.'),
  nearDays: nearDays.default(0).describe('Also tasks due within so many working days.'),
  answerBy: day.nullable().default(null).describe('Until when the units are to answer.'),
  words: z.string().trim().max(longestWords).default(''),
  meeting: z
    .strictObject({
      on: day.nullable(),
      time: line(20),
      place: line(longestPlace),
      chair: line(longestPlace),
    })
    .default({ on: null, time: '', place: '', chair: '' }),
});

const typedDay = z.string().transform((text, refusal) => {
  if (text.trim() === '') return null;
  const date = parseDayFirstDate(text) ?? parsePlainDate(text.trim());
  if (date) return date;
  refusal.addIssue('no day');
  return z.NEVER;
});

/** The form that drafts or edits a paper. */
export const paperForm = z.object({
  units: unitIds,
  tasks: taskIds,
  near: z
    .string()
    .trim()
    .regex(/^\d{0,2}$/)
    .transform((text) => Number(text || '0'))
    .pipe(nearDays),
  answerBy: typedDay,
  words: z
    .string()
    .trim()
    .max(longestWords)
    .transform((text) => text.replace(/\r\n?/g, '\n')),
  meetingOn: typedDay,
  meetingTime: line(20),
  meetingPlace: line(longestPlace),
  meetingChair: line(longestPlace),
});

/** What the office sets for its sheets. */
export const rulesForm = z.object({
  days: z
    .string()
    .trim()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(mostYellowDays)),
  version: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
});
export const rulesBody = z.strictObject({ yellowWorkingDays: z.int().min(1).max(mostYellowDays) });
