import { parsePlainDate } from '#platform/clock/plain-date.ts';
import { workingDayFor } from './due-findings.ts';
import { type Finding, finding, type FindingPlace } from './finding.ts';
import type { CheckFacts, PlanContent } from './plan-content.ts';

/**
 * Reports that must be handed in before their data are complete, or on a day off.
 *
 * The day on which the data end counts as too early as well: they are complete when it is over.
 */
export function reportFindings({ reports }: PlanContent, facts: CheckFacts): Finding[] {
  return reports.flatMap(({ key, data }) => {
    const due = parsePlainDate(data.submit_by ?? '');
    if (due === undefined) return [];
    const at: FindingPlace = { keys: [key], field: 'submit_by', subject: data.text, lines: data.line };
    const toDay = (shown: string) => ({
      deed: 'set-day' as const,
      shown,
      changes: [{ key, field: 'submit_by', value: shown }],
    });
    const until = parsePlainDate(data.data_to ?? '');
    if (until !== undefined && due <= until) {
      const first = workingDayFor(until, false, facts.isWorkingDay);
      return [finding('hand-in-too-early', { due, until }, { ...at, mends: first ? [toDay(first)] : [] })];
    }
    const working = facts.isWorkingDay(due) ? undefined : workingDayFor(due, true, facts.isWorkingDay);
    if (working === undefined) return [];
    const mends = until === undefined || working > until ? [toDay(working)] : [];
    return [finding('hand-in-day-off', { due, working }, { ...at, mends })];
  });
}
