import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { TaskStage } from '../task/task-life.ts';

/** By what tasks are put together: the unit that answers, the field of reform, the leader who approves. */
export const groupings = ['unit', 'axis', 'leader'] as const;
export type Grouping = (typeof groupings)[number];

/** How a task stands at the end of a day; every task that is not cancelled stands in one way. */
export const standings = ['on-time', 'done-late', 'in-progress', 'late', 'waiting', 'unassigned'] as const;
export type Standing = (typeof standings)[number];

/** A task as it was at the end of a day. */
export interface TaskAtDay {
  readonly stage: TaskStage;
  /** The first deadline that the task was given: a later one does not make late work timely. */
  readonly firstDueOn: PlainDate | null;
  /** The day on which the approved product was handed in; null while the task is open. */
  readonly doneOn: PlainDate | null;
}

/** How a task stood at the end of a day; undefined for one that was cancelled. */
export function standingOf({ stage, firstDueOn, doneOn }: TaskAtDay, day: PlainDate): Standing | undefined {
  if (stage === 'cancelled') return undefined;
  if (stage === 'done')
    return firstDueOn === null || doneOn === null || doneOn <= firstDueOn ? 'on-time' : 'done-late';
  if (stage === 'waiting') return 'waiting';
  if (firstDueOn !== null && firstDueOn < day) return 'late';
  return stage === 'draft' ? 'unassigned' : 'in-progress';
}

/** The figures of a group; each opens exactly the tasks that it counts. */
export const figures = ['total', 'assigned', ...standings, 'due'] as const;
export type Figure = (typeof figures)[number];

/** Whether a task counts in a figure: `due` is what has had to be done by that day or is done already. */
export function countsIn(figure: Figure, stage: TaskStage, standing: Standing): boolean {
  switch (figure) {
    case 'total':
      return true;
    case 'assigned':
      return stage !== 'draft';
    case 'due':
      return standing === 'on-time' || standing === 'done-late' || standing === 'late';
    default:
      return standing === figure;
  }
}

export type Figures = Readonly<Record<Figure, number>>;

/** What of the due work was done on time, 0 to 100 with one decimal; undefined where nothing has been due. */
export function onTimePercent(counted: Pick<Figures, 'on-time' | 'due'>): number | undefined {
  return counted.due === 0 ? undefined : Math.round((counted['on-time'] / counted.due) * 1_000) / 10;
}

/** All groups as one. */
export function sumFigures(groups: readonly Figures[]): Figures {
  const sum = (name: Figure) => groups.reduce((total, group) => total + group[name], 0);
  return Object.fromEntries(figures.map((name) => [name, sum(name)])) as Figures;
}
