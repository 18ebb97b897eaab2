import { z } from 'zod';
import { type ChoiceField, choiceFields, whenFields } from './choice-values.ts';
import {
  type Channel,
  channels,
  earliestDigest,
  furthestDayBefore,
  latestDigest,
  letterLangs,
  longestLateEvery,
  mostDaysBefore,
  type NoticeGroup,
  noticeGroups,
  type OwnChoice,
  whens,
} from './notice-choice.ts';

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const digestTime = time.refine((at) => at >= earliestDigest && at <= latestDigest);
const daysBefore = z
  .array(z.int().min(1).max(furthestDayBefore))
  .max(mostDaysBefore)
  .transform((days) => [...new Set(days)].sort((a, b) => b - a));
const quiet = z.strictObject({ from: time, to: time }).refine(({ from, to }) => from !== to);

/** What a layer says, as programs send it: whatever is left out is as above. */
export const choiceBody = z.strictObject({
  daysBefore: daysBefore.optional().describe('Working days before a deadline.'),
  onTheDay: z.boolean().optional(),
  lateEvery: z.int().min(0).max(longestLateEvery).optional().describe('Working days; 0 for none.'),
  digestAt: digestTime.nullable().optional().describe('HH:MM of the office; null for no letter.'),
  quiet: quiet.nullable().optional().describe('HH:MM of the office; null for none.'),
  quietOnDaysOff: z.boolean().optional(),
  lang: z.enum(letterLangs).optional(),
  when: z.partialRecord(z.enum(noticeGroups), z.partialRecord(z.enum(channels), z.enum(whens))).optional(),
});

/** The same as it is shown to programs. */
export const choiceReply = z.object({
  daysBefore: z.array(z.int()).optional(),
  onTheDay: z.boolean().optional(),
  lateEvery: z.int().optional(),
  digestAt: z.string().nullable().optional(),
  quiet: z.object({ from: z.string(), to: z.string() }).nullable().optional(),
  quietOnDaysOff: z.boolean().optional(),
  lang: z.enum(letterLangs).optional(),
  when: z.record(z.string(), z.record(z.string(), z.enum(whens))).optional(),
});

const typedDays = z
  .string()
  .regex(/^\d{1,2}(?:[\s,;]+\d{1,2})*$/)
  .transform((text) => text.split(/[\s,;]+/).map(Number))
  .transform((days) => (days.every((day) => day === 0) ? [] : days))
  .pipe(daysBefore);
const flag = z.enum(['0', '1']).transform((said) => said === '1');
const unsaid = z.literal('').transform(() => undefined);
const none = z.literal('off').transform(() => null);

const fields = {
  daysBefore: unsaid.or(typedDays),
  onTheDay: unsaid.or(flag),
  lateEvery: unsaid.or(
    z
      .string()
      .regex(/^\d{1,2}$/)
      .transform(Number)
      .pipe(z.int().max(longestLateEvery)),
  ),
  digestAt: unsaid.or(none).or(digestTime),
  lang: unsaid.or(z.enum(letterLangs)),
  quietFrom: unsaid.or(none).or(time),
  quietTo: unsaid.or(none).or(time),
  quietOnDaysOff: unsaid.or(flag),
};

const when = unsaid.or(z.enum(whens));

/** Reads what a form of choices sent: what is said, or the fields that say something wrong. */
export function readChoice(
  sent: Readonly<Record<string, string>>,
): { readonly chosen: OwnChoice } | { readonly wrong: readonly ChoiceField[] } {
  const read = new Map(
    choiceFields.map((name) => {
      const schema = name in fields ? fields[name as keyof typeof fields] : when;
      return [name, schema.safeParse(sent[name] ?? '')] as const;
    }),
  );
  const wrong = choiceFields.filter((name) => !read.get(name)?.success);
  const said = Object.fromEntries([...read].map(([name, one]) => [name, one.data])) as Said;
  if (wrong.length === 0 && !areQuietHours(said)) return { wrong: ['quietTo'] };
  return wrong.length > 0 ? { wrong } : { chosen: chosenFrom(said) };
}

type Said = { readonly [Name in keyof typeof fields]: z.output<(typeof fields)[Name]> } & Readonly<
  Record<string, unknown>
>;

/** Quiet hours have both ends, which differ; without a beginning they have no end. */
function areQuietHours({ quietFrom: from, quietTo: to }: Said): boolean {
  if (typeof from !== 'string') return typeof to !== 'string';
  return typeof to === 'string' && from !== to;
}

function chosenFrom(said: Said): OwnChoice {
  const { quietFrom: from, quietTo: to } = said;
  const whenSaid: Partial<Record<NoticeGroup, Partial<Record<Channel, string>>>> = {};
  for (const field of whenFields) {
    const [group, channel] = field.split('-') as [NoticeGroup, Channel];
    if (typeof said[field] === 'string') whenSaid[group] = { ...whenSaid[group], [channel]: said[field] };
  }
  const { daysBefore: days, onTheDay, lateEvery, digestAt, lang, quietOnDaysOff } = said;
  const chosen = {
    daysBefore: days,
    onTheDay,
    lateEvery,
    digestAt,
    lang,
    quiet: from === undefined ? undefined : from === null || typeof to !== 'string' ? null : { from, to },
    quietOnDaysOff,
    when: Object.keys(whenSaid).length > 0 ? whenSaid : undefined,
  };
  return Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined)) as OwnChoice;
}
