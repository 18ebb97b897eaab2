import type { Axis } from '../reading/plan-reading.ts';
import { axes } from '../plan/axis.ts';
import { type Finding, finding } from './finding.ts';
import type { PlanContent } from './plan-content.ts';

/**
 * Sections that serve no axis of the reform or hold no task, and axes that nothing serves.
 *
 * An axis is called unserved only when every section names its own: otherwise the nameless one may be it. A plan
 * without any axis, such as one for a single field, is not measured by the seven.
 */
export function sectionFindings({ head, sections, tasks }: PlanContent): Finding[] {
  if (head.kind === 'emulation-movement') return [];
  const used = new Set(tasks.map((task) => task.data.section));
  const served = new Set(sections.filter(({ data }) => used.has(data.code)).map(({ data }) => data.axis));
  const missing = axes.filter((axis) => !sections.some(({ data }) => data.axis === axis));
  const followsAxes = sections.some(({ data }) => data.axis !== null);
  const found = sections.flatMap(({ key, data }) => {
    const at = { keys: [key], place: data.code, subject: data.title, lines: data.line };
    const nameless = followsAxes && data.axis === null;
    const holds = used.has(data.code) || sections.some((one) => one.data.code.startsWith(`${data.code}.`));
    return [
      ...(nameless
        ? [
            finding(
              'section-without-axis',
              { section: data.code },
              { ...at, field: 'axis', mends: missing.map((axis) => axisMend(key, axis)) },
            ),
          ]
        : []),
      ...(holds ? [] : [finding('section-empty', { section: data.code }, { ...at, field: 'code' })]),
    ];
  });
  const isWhole = served.size > 0 && !served.has(null) && sections.every(({ data }) => data.axis !== null);
  const unserved = isWhole ? axes.filter((axis) => !served.has(axis)) : [];
  return [...found, ...unserved.map((axis) => finding('axis-unserved', { axis }, {}))];
}

function axisMend(key: string, axis: Axis) {
  return { deed: 'set-axis' as const, shown: axis, changes: [{ key, field: 'axis', value: axis }] };
}
