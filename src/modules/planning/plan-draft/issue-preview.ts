import type { PlainDate } from '#platform/clock/plain-date.ts';
import { handInDays } from '../plan/report-regime.ts';
import { namedTimes, occurrencesOf } from '../plan/recurrence.ts';
import type { PlanHead } from '../reading/plan-reading.ts';
import { type AnyRow, only, taskTitle } from './plan-draft.ts';

/** A recurring task, with the days of one year at which it falls due and the times for which no day is named. */
export interface RecurringPreview {
  readonly title: string;
  readonly days: readonly PlainDate[];
  readonly withoutDay: number;
}

/** A report with the days of one year on which it is handed in; none where the plan names no day. */
export interface ReportPreview {
  readonly text: string;
  readonly days: readonly PlainDate[];
}

/** What issuing will put into the calendar of the plan's first year. */
export interface IssuePreview {
  readonly year: number;
  readonly recurring: readonly RecurringPreview[];
  readonly reports: readonly ReportPreview[];
}

/** The occurrences of recurring tasks, or of those that are due several times, and the report periods that the rows of a draft stand for. */
export function previewIssue(head: PlanHead, rows: readonly AnyRow[]): IssuePreview | undefined {
  const yearFrom = head.year_from;
  if (yearFrom === null) return undefined;
  const years = { yearFrom, yearTo: Math.max(head.year_to ?? yearFrom, yearFrom) };
  return {
    year: yearFrom,
    recurring: only(rows, 'task').flatMap(({ data }) => {
      const { due } = data;
      const rule = due?.kind === 'recurring' ? due.recurrence : null;
      const named = due === null ? [] : namedTimes(due);
      if (!rule && named.length === 0) return [];
      const ofYear = named.filter((time) => time.to.startsWith(`${yearFrom}-`));
      const times = rule ? occurrencesOf(rule, yearFrom) : ofYear;
      return [
        {
          title: taskTitle(data),
          days: times.flatMap((time) => time.day ?? []),
          withoutDay: times.filter((time) => time.day === null).length,
        },
      ];
    }),
    reports: only(rows, 'report').map(({ data }) => ({
      text: data.text,
      days: handInDays(
        { submitBy: data.submit_by as PlainDate | null, submitRule: data.submit_rule },
        years,
        yearFrom,
      ),
    })),
  };
}
