import type { Task } from './task.ts';

/** The six things that must be clear about every task, in the order of the decree's words. */
export const sixClears = ['person', 'work', 'responsibility', 'progress', 'result', 'authority'] as const;
export type SixClear = (typeof sixClears)[number];

export type SixClearFacts = Pick<
  Task,
  'assigneeId' | 'title' | 'leadUnitId' | 'dueKind' | 'product' | 'approverId'
>;

/** Which of the six are clear. A deadline without a day (ongoing, on request) is clear; one not understood is not. */
export function clearOf(task: SixClearFacts): Readonly<Record<SixClear, boolean>> {
  return {
    person: task.assigneeId !== null,
    work: task.title !== '',
    responsibility: task.leadUnitId !== null,
    progress: task.dueKind !== null,
    result: Boolean(task.product),
    authority: task.approverId !== null,
  };
}

/** The clears that a task lacks, in the order of the decree's words. */
export function missingClears(task: SixClearFacts): readonly SixClear[] {
  const clear = clearOf(task);
  return sixClears.filter((name) => !clear[name]);
}
