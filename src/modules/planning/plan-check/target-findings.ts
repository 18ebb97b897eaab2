import { type Finding, finding } from './finding.ts';
import type { PlanContent } from './plan-content.ts';

/** Targets that could not be measured: nothing is said to be counted, or not in what. */
export function targetFindings({ targets }: PlanContent): Finding[] {
  return targets.flatMap(({ key, data }) => {
    const { text } = data;
    const at = { keys: [key], place: data.where || null, subject: text, lines: data.line };
    return [
      ...(data.metric.trim()
        ? []
        : [finding('target-without-measure', { text }, { ...at, field: 'metric' })]),
      ...(data.unit.trim() ? [] : [finding('target-without-unit', { text }, { ...at, field: 'unit' })]),
    ];
  });
}
