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
  /**
   * Since when the calendar is as it is: names of units and plans change without a trace on the task, and programs pass
   * over what bears an old date.
   */
  readonly changedAt: Date;
}

/** Titles longer than this fill a whole screen of a phone; all of it stands in the description. */
const longestSummary = 200;
/** For how many days ahead the times of what recurs without a life of its own are shown. */
const daysAhead = 366;

/** The entries of a task: the last day of each of its times. The same task has the same UID in every feed. */
export function taskEntries(place: FeedPlace, task: FeedTask): FileEntry[] {
  if (task.dueKind !== 'recurring')
    return task.dueOn === null ? [] : [taskEntry(place, task, task.dueOn, task.id)];
  return recurringDays(place, task).map((on) =>
    taskEntry(place, task, on, `${task.id}-${on.replaceAll('-', '')}`),
  );
}

/** What names an entry for good, among those of all offices. */
export function uidOf(place: Pick<FeedPlace, 'tenantId'>, recordId: string): string {
  return `${recordId}@${place.tenantId}`;
}

/** Space that is not one blank between words: rarely there, and looked for faster than replaced. */
const oddSpace = /^\s|\s$|\s\s|[^\S ]/;

/** A text of at most so many letters, cut with an ellipsis. */
export function shortened(text: string): string {
  const whole = oddSpace.test(text) ? text.replaceAll(/\s+/g, ' ').trim() : text;
  // A letter may be two units of the string; where there are few enough of those, nothing need be counted.
  if (whole.length <= longestSummary) return whole;
  const letters = [...whole];
  return letters.length <= longestSummary ? whole : `${letters.slice(0, longestSummary - 1).join('')}…`;
}

function taskEntry(place: FeedPlace, task: FeedTask, on: PlainDate, id: string): FileEntry {
  const t = texts(place.lang).entry;
  const state = taskTexts(place.lang).stage[task.stage];
  const isLate = task.state === 'open' && task.dueKind !== 'recurring' && on < place.today;
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
    uid: uidOf(place, id),
    when: { kind: 'days', from: on, to: on },
    summary: shortened(`${mark}${task.code} ${task.title}`),
    description: lines.filter(Boolean).join('\n'),
    url: `${place.baseUrl}${taskLink(task.id)}`,
    categories: [t.task, state],
    status: task.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
    changedAt: place.changedAt,
    sequence: task.version,
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
