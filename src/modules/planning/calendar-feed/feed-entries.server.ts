import { addDays, type PlainDate } from '#platform/clock/plain-date.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { FileEntry } from '#platform/ics/calendar-file.ts';
import { taskLink } from '../links.ts';
import { texts as taskTexts } from '../task/texts.ts';
import { dueOccurrences } from '../year-calendar/occurrence.ts';
import { doneDays } from './calendar-feed.ts';
import type { FeedTask } from './feed-tasks.server.ts';
import { texts } from './texts.ts';

/** Where entries lead, and of which office they are. */
export interface FeedPlace {
  readonly lang: Lang;
  readonly baseUrl: string;
  readonly tenantId: string;
  readonly today: PlainDate;
}

/** Titles longer than this fill a whole screen of a phone; all of it stands in the description. */
const longestSummary = 200;
/** For how many days ahead the times of what recurs without a life of its own are shown. */
const daysAhead = 366;

/** The entries of a task: the last day of each of its times. The same task has the same UID in every feed. */
export function taskEntries(place: FeedPlace, task: FeedTask, changedAt: Date): FileEntry[] {
  const days =
    task.dueKind === 'recurring' ? recurringDays(place, task) : task.dueOn === null ? [] : [task.dueOn];
  return days.map((on) => ({
    ...said(place, task, on),
    uid: uidOf(place, task.dueKind === 'recurring' ? `${task.id}-${on.replaceAll('-', '')}` : task.id),
    when: { kind: 'days', from: on, to: on },
    url: `${place.baseUrl}${taskLink(task.id)}`,
    status: task.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
    changedAt,
    sequence: task.version,
  }));
}

/** What names an entry for good, among those of all offices. */
export function uidOf(place: Pick<FeedPlace, 'tenantId'>, recordId: string): string {
  return `${recordId}@${place.tenantId}`;
}

/** A text of at most so many letters, cut with an ellipsis. */
export function shortened(text: string): string {
  const letters = [...text.replaceAll(/\s+/g, ' ').trim()];
  return letters.length <= longestSummary
    ? letters.join('')
    : `${letters.slice(0, longestSummary - 1).join('')}…`;
}

function said({ lang, today }: FeedPlace, task: FeedTask, on: PlainDate) {
  const t = texts(lang).entry;
  const state = taskTexts(lang).stage[task.stage];
  const isLate = task.state === 'open' && task.dueKind !== 'recurring' && on < today;
  const mark =
    task.state === 'done' ? t.done : task.state === 'cancelled' ? t.cancelled : isLate ? t.late : '';
  const lines = [
    task.title,
    t.line(t.due, task.dueText ? `${formatDate(on)} (${task.dueText})` : formatDate(on)),
    task.product && t.line(t.product, task.product),
    task.unitName && t.line(t.unit, task.unitName),
    t.line(t.state, state),
    task.basis && t.line(t.basis, task.basis),
  ];
  return {
    summary: shortened(`${mark}${task.code} ${task.title}`),
    description: lines.filter(Boolean).join('\n'),
    categories: [t.task, state],
  };
}

/** What recurs and was not cut into its times yet stands by the rule of its plan. */
function recurringDays({ today }: FeedPlace, task: FeedTask): PlainDate[] {
  const first = addDays(today, -doneDays);
  const last = addDays(today, daysAhead);
  const years = [...new Set([first, today, last].map((day) => Number(day.slice(0, 4))))];
  const days = years.flatMap((year) => dueOccurrences(task, task.years, year)).map(({ to }) => to);
  return [...new Set(days)].filter((on) => on >= first && on <= last).toSorted();
}
