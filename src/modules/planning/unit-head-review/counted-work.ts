import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { TaskStage } from '../task/task-life.ts';
import type { ReviewRules } from './review-rules.ts';

/** A task that counts in a month of a unit, as it stood on the day of the data. */
export interface WorkItem {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly stage: TaskStage;
  readonly isFromAbove: boolean;
  readonly firstDueOn: PlainDate | null;
  /** The day of the last hand-in by then. */
  readonly handedInOn: PlainDate | null;
  readonly isLate: boolean;
  /** How often it had been sent back until it was finished; told of finished work. */
  readonly sentBack: number;
  /** Why its product is not the declared one, as the approver accepted it. */
  readonly exception: string | null;
  readonly assigneeName: string | null;
}

/** The figures of a month; each opens exactly the tasks that it counts. */
export const workFigures = [
  'given',
  'finished',
  'unfinished',
  'sent-back',
  'exception',
  'on-time',
  'late',
] as const;
export type WorkFigure = (typeof workFigures)[number];

/** Whether a task counts in a figure. Given is what was finished in the month, or was due by its end and is not finished. */
export function countsIn(figure: WorkFigure, item: WorkItem): boolean {
  const isFinished = item.stage === 'done';
  switch (figure) {
    case 'given':
      return true;
    case 'finished':
      return isFinished;
    case 'unfinished':
      return !isFinished;
    case 'sent-back':
      return isFinished && item.sentBack > 0;
    case 'exception':
      return isFinished && item.exception !== null;
    case 'on-time':
      return !item.isLate;
    case 'late':
      return item.isLate;
  }
}

export type WorkCounts = Readonly<Record<WorkFigure, number>>;

/** How many tasks each figure counts. */
export function countWork(items: readonly WorkItem[]): WorkCounts {
  const count = (figure: WorkFigure) => items.filter((item) => countsIn(figure, item)).length;
  return Object.fromEntries(workFigures.map((figure) => [figure, count(figure)])) as WorkCounts;
}

/** Quantity, quality and progress in percent, two decimals; undefined where there is nothing to take a share of. */
export interface WorkPercents {
  readonly quantity: number | undefined;
  readonly quality: number | undefined;
  readonly progress: number | undefined;
}

/**
 * The three shares of the decree. Quantity: finished of given. Quality: of finished work, less a part for each time that
 * it was sent back. Progress: of given work, less a part for what is late. Each task weighs what its kind converts to.
 * @law nd-335-2025 14
 */
export function workPercents(items: readonly WorkItem[], rules: ReviewRules): WorkPercents {
  const weigh = (item: WorkItem) => rules.conversion[item.isFromAbove ? 'above' : 'plan'];
  const finished = items.filter((item) => countsIn('finished', item));
  const given = sum(items.map(weigh));
  return {
    quantity: share(sum(finished.map(weigh)), given),
    quality: share(
      sum(finished.map((item) => weigh(item) * qualityOf(item, rules))),
      sum(finished.map(weigh)),
    ),
    progress: share(
      sum(items.map((item) => weigh(item) * (item.isLate ? 1 - rules.latePercent / 100 : 1))),
      given,
    ),
  };
}

/** What is left of the quality of one finished product, 0 to 1. */
function qualityOf(item: WorkItem, rules: ReviewRules): number {
  const lost = item.sentBack * rules.sentBackPercent + (item.exception === null ? 0 : rules.exceptionPercent);
  return Math.max(0, 1 - lost / 100);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : Math.round((part / whole) * 10_000) / 100;
}
