import type { PlainDate } from '#platform/clock/plain-date.ts';
import {
  type AnyRow,
  only,
  type RowData,
  type RowKind,
  taskCodes,
  taskTitle,
} from '../plan-draft/plan-draft.ts';
import type { PlanHead, Responsibility } from '../reading/plan-reading.ts';
import type { AbolishedBody } from './abolished-body.ts';
import type { FindingPlace } from './finding.ts';

/** A row of a plan under the key by which the caller finds it again. */
export interface Keyed<Kind extends RowKind> {
  readonly key: string;
  readonly data: RowData[Kind];
}

/** Everything that a plan says, as far as it is checked. */
export interface PlanContent {
  readonly head: PlanHead;
  readonly sections: readonly Keyed<'section'>[];
  readonly tasks: readonly Keyed<'task'>[];
  readonly targets: readonly Keyed<'target'>[];
  readonly reports: readonly Keyed<'report'>[];
  readonly citations: readonly Keyed<'citation'>[];
  readonly responsibilities: readonly Responsibility[];
  /** The source text line by line; none for a plan made by hand. */
  readonly lines: readonly string[];
}

/** What the check must know beside the plan. */
export interface CheckFacts {
  readonly today: PlainDate;
  readonly isWorkingDay: (day: PlainDate) => boolean;
  readonly abolished: readonly AbolishedBody[];
}

/** The content of a draft, from its rows; rows that were put aside do not count. */
export function contentOf(
  head: PlanHead,
  rows: readonly AnyRow[],
  text: { readonly lines: readonly string[]; readonly responsibilities?: readonly Responsibility[] },
): PlanContent {
  const kept = rows.filter((row) => row.state !== 'skipped');
  const keyed = <Kind extends RowKind>(kind: Kind): Keyed<Kind>[] =>
    only(kept, kind).map((row) => ({ key: row.id, data: row.data }));
  return {
    head,
    sections: keyed('section'),
    tasks: keyed('task'),
    targets: keyed('target'),
    reports: keyed('report'),
    citations: keyed('citation'),
    responsibilities: text.responsibilities ?? [],
    lines: text.lines,
  };
}

/** A task with the code and the words by which people know it. */
export interface NamedTask extends Keyed<'task'> {
  readonly code: string;
  readonly at: FindingPlace;
}

/** The tasks of a plan, each with its place for findings. */
export function namedTasks(content: PlanContent): NamedTask[] {
  const codes = taskCodes(content.tasks.map((task) => task.data));
  return content.tasks.map(({ key, data }, index) => {
    const code = codes[index] ?? '';
    return { key, data, code, at: { keys: [key], place: code, subject: taskTitle(data), lines: data.line } };
  });
}
