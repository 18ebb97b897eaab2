import {
  addDays,
  formatDayFirst,
  type PlainDate,
  parsePlainDate,
  partsOf,
  plainDateOf,
} from '#platform/clock/plain-date.ts';
import { dueOn } from '../plan-draft/plan-draft.ts';
import { type Finding, finding, type Mend } from './finding.ts';
import { type CheckFacts, type NamedTask, namedTasks, type PlanContent } from './plan-content.ts';

/** No holiday closes offices for longer, weekends around it included. */
const longestClosure = 30;

/** Deadlines that fall on a day off, before the plan is issued, or outside the years for which it plans. */
export function dueFindings(content: PlanContent, facts: CheckFacts): Finding[] {
  return namedTasks(content).flatMap((task) => {
    const due = parsePlainDate(dueOn(task.data.due) ?? '');
    if (due === undefined) return [];
    const outside = outsideYears(content, task, due);
    const early = outside ? undefined : beforeIssue(content, task, due);
    const closed = outside || early ? undefined : onDayOff(facts, task, due);
    return [outside, early, closed].filter((one) => one !== undefined);
  });
}

/**
 * The working day that takes the place of a day off: the next one, or the last one before it when the day is a limit
 * that may not be passed. Undefined when the calendar knows none near.
 */
export function workingDayFor(
  day: PlainDate,
  isLimit: boolean,
  isWorkingDay: CheckFacts['isWorkingDay'],
): PlainDate | undefined {
  const step = isLimit ? -1 : 1;
  for (let count = 1; count <= longestClosure; count++) {
    const candidate = addDays(day, step * count);
    if (isWorkingDay(candidate)) return candidate;
  }
  return undefined;
}

function outsideYears({ head }: PlanContent, task: NamedTask, due: PlainDate): Finding | undefined {
  const { year_from: from, year_to: to } = head;
  const { year, month, day } = partsOf(due);
  if (from === null || to === null || (year >= from && year <= to)) return undefined;
  // A report on the year is due early in the next: a day there is no slip of the year.
  const isSlip = from === to && task.data.due?.kind === 'date' && (year < from || month > 3);
  const sameDay = isSlip ? plainDateOf(to, month, day) : undefined;
  const mends = sameDay ? [dayMend(task, due, sameDay)] : [];
  const years = from === to ? String(from) : `${from}–${to}`;
  const detail = { task: task.code, due, years };
  return finding('due-outside-years', detail, { ...task.at, field: 'due_text', mends });
}

function beforeIssue({ head }: PlanContent, task: NamedTask, due: PlainDate): Finding | undefined {
  const issued = parsePlainDate(head.date ?? '');
  if (issued === undefined || due >= issued) return undefined;
  const detail = { task: task.code, due, issued };
  return finding('due-before-issue', detail, { ...task.at, field: 'due_text' });
}

function onDayOff(facts: CheckFacts, task: NamedTask, due: PlainDate): Finding | undefined {
  if (task.data.due?.kind !== 'date' || facts.isWorkingDay(due)) return undefined;
  const working = workingDayFor(due, task.data.due.before === true, facts.isWorkingDay);
  if (working === undefined) return undefined;
  const detail = { task: task.code, due, working };
  return finding('due-day-off', detail, {
    ...task.at,
    field: 'due_text',
    mends: [dayMend(task, due, working)],
  });
}

/** Sets another day, and writes it into the printed phrase where the old one stands in it. */
function dayMend({ key, data }: NamedTask, old: PlainDate, day: PlainDate): Mend {
  const phrase = (data.due_text ?? '').normalize('NFC');
  const rewritten = phrase.replace(printed(old), formatDayFirst(day));
  return {
    deed: 'set-day',
    shown: day,
    changes: [
      { key, field: 'due_text', value: rewritten === phrase ? formatDayFirst(day) : rewritten },
      { key, field: 'due', value: { ...data.due, to: day } },
    ],
  };
}

/** A day as people print it: 5/1/2026, 05-01-2026, 5 tháng 1 năm 2026, with or without the year. */
function printed(date: PlainDate): RegExp {
  const { year, month, day } = partsOf(date);
  const figures = String.raw`([/.-])0?${month}(?:\1(?:${year}))?`;
  const words = `${monthWord}0?${month}(?:${yearWord}${year})?`;
  return new RegExp(String.raw`(?<!\d)0?${day}(?:${figures}|${words})(?!\d)`, 'iu');
}

const monthWord = /\s+tháng\s+/u.source;
const yearWord = /\s+năm\s+/u.source;
