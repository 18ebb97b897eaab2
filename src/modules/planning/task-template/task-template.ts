import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import { waysTo } from '../dependency/dependency.ts';

/** One part of a template, numbered by its place, from 1. */
export interface TemplateStep {
  readonly title: string;
  readonly product: string | null;
  /** What proof is expected. */
  readonly evidence: string | null;
  readonly leadUnitId: string | null;
  /** Working days after the beginning; null where it is not clear yet. */
  readonly dueWorkingDays: number | null;
  /** The numbers of the parts that must be finished first. */
  readonly after: readonly number[];
}

/** What a template says of the tasks that are made from it. */
export interface TemplateContent {
  readonly title: string;
  readonly activity: string | null;
  readonly product: string | null;
  readonly evidence: string | null;
  readonly note: string | null;
  readonly leadUnitId: string | null;
  readonly coordinatingUnitIds: readonly string[];
  /** Working days after the beginning, 0 being its day; null where no deadline is said. */
  readonly dueWorkingDays: number | null;
  readonly steps: readonly TemplateStep[];
}

/** A template of the office, in the state that its version numbers. */
export interface TaskTemplate extends TemplateContent {
  readonly id: Id<'task-template'>;
  /** Where the words of a template that came with the product are from. */
  readonly source: string | null;
  readonly version: number;
  readonly changedBy: string;
  readonly changedAt: Date;
}

/** How sure the reference data is of a template that comes with the product. */
export const certainties = ['sourced', 'derived', 'unverified'] as const;

/** A template that comes with the product, with the text from which it was taken. */
export interface BuiltInTemplate extends TemplateContent {
  readonly key: string;
  readonly source: string;
  readonly certainty: (typeof certainties)[number];
}

export const longestTitle = 500;
export const longestText = 2_000;
export const longestEvidence = 500;
/** More parts than these are a plan of their own. */
export const mostSteps = 20;
/** Two years of work; a longer chain is a plan. */
export const mostWorkingDays = 500;

/** Why the parts of a template do not fit together; parts are named by their numbers. */
export type StepFault =
  | { readonly code: 'after-whole'; readonly step: number; readonly days: number; readonly latest: number }
  | { readonly code: 'unknown-step'; readonly step: number; readonly other: number }
  | { readonly code: 'circle'; readonly step: number; readonly way: readonly number[] };

/** What does not fit together: a part due after the whole, one that waits for none or, over others, for itself. */
export function faultsOf(
  content: Pick<TemplateContent, 'dueWorkingDays'> & {
    readonly steps: readonly Pick<TemplateStep, 'dueWorkingDays' | 'after'>[];
  },
): StepFault[] {
  const { steps, dueWorkingDays: latest } = content;
  const faults: StepFault[] = [];
  for (const [index, { dueWorkingDays: days, after }] of steps.entries()) {
    const step = index + 1;
    if (days !== null && latest !== null && days > latest)
      faults.push({ code: 'after-whole', step, days, latest });
    const other = after.find((one) => one < 1 || one > steps.length);
    if (other !== undefined) faults.push({ code: 'unknown-step', step, other });
  }
  const way = circleIn(steps);
  if (way) faults.push({ code: 'circle', step: way[0] ?? 1, way });
  return faults;
}

/** The first circle among parts that wait for one another: from a part over others back to it. */
export function circleIn(steps: readonly Pick<TemplateStep, 'after'>[]): number[] | undefined {
  const edges = steps.flatMap(({ after }, index) =>
    after.map((one) => ({ taskId: String(index + 1), predecessorId: String(one) })),
  );
  for (const { taskId, predecessorId } of edges) {
    const way = waysTo(edges, predecessorId, taskId);
    if (way) return [taskId, ...way].map(Number);
  }
  return undefined;
}

/** How many working days a template takes, by its own deadline or by the last of its parts. */
export function lengthOf(content: Pick<TemplateContent, 'dueWorkingDays' | 'steps'>): number {
  return content.dueWorkingDays ?? Math.max(0, ...content.steps.map((step) => step.dueWorkingDays ?? 0));
}

/** A part that is to be made, with its people and its real day. */
export interface PlannedPart {
  readonly title: string;
  readonly product: string | null;
  readonly evidence: string | null;
  readonly leadUnitId: string | null;
  readonly assigneeId: string | null;
  readonly approverId: string | null;
  readonly dueOn: PlainDate | null;
  /** The numbers of the parts, from 1, that must be finished first. */
  readonly after: readonly number[];
}

/** What is said once for all parts; a unit of a part's own goes before. */
export interface ForAll {
  readonly begin: PlainDate;
  readonly leadUnitId: string | null;
  readonly assigneeId: string | null;
  readonly approverId: string | null;
}

/** The parts without those that are left out; who waited for one of them waits for what that one waited for. */
export function withoutParts<Part extends { readonly after: readonly number[] }>(
  parts: readonly Part[],
  leftOut: ReadonlySet<number>,
): Part[] {
  const numbers = new Map<number, number>();
  for (const index of parts.keys()) if (!leftOut.has(index + 1)) numbers.set(index + 1, numbers.size + 1);
  const reached = (number: number, seen: ReadonlySet<number>): number[] => {
    if (seen.has(number)) return [];
    const kept = numbers.get(number);
    if (kept !== undefined) return [kept];
    const next = new Set([...seen, number]);
    return (parts[number - 1]?.after ?? []).flatMap((one) => reached(one, next));
  };
  return parts.flatMap((part, index) =>
    leftOut.has(index + 1)
      ? []
      : [{ ...part, after: [...new Set(part.after.flatMap((one) => reached(one, new Set())))] }],
  );
}
