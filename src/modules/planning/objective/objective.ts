import type { Id } from '#platform/db/id.ts';
import type { Standing } from '../progress/progress.ts';

/** Where an objective comes from: a section of the plan, what the plan promises outside its sections, or a person. */
export type ObjectiveSource = 'section' | 'plan' | 'hand';

/** What a person says of an objective. */
export interface ObjectiveFacts {
  readonly title: string;
  /** The officer who answers for it. */
  readonly ownerId: Id<'officer'> | null;
  /** Its place among the objectives of the plan. */
  readonly ordinal: number;
}

export const longestTitle = 300;
export const longestReason = 300;
export const greatestOrdinal = 999;

/** The figures of the tasks of an objective or a target; each opens exactly the tasks that it counts. */
export const linkFigures = ['total', 'done', 'late', 'open'] as const;
export type LinkFigure = (typeof linkFigures)[number];
export type LinkCounts = Readonly<Record<LinkFigure, number>>;

/** Whether a task that stands so counts in a figure; `open` is what is neither done nor late. */
export function countsAs(figure: LinkFigure, standing: Standing): boolean {
  const isDone = standing === 'on-time' || standing === 'done-late';
  if (figure === 'total') return true;
  if (figure === 'done') return isDone;
  if (figure === 'late') return standing === 'late';
  return !isDone && standing !== 'late';
}

export const noTasks: LinkCounts = { total: 0, done: 0, late: 0, open: 0 };
