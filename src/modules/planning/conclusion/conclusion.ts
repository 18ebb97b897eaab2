import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { TaskStage } from '../task/task-life.ts';

/** What was concluded: a meeting of the office, or an inspection of its work. */
export const conclusionKinds = ['meeting', 'inspection'] as const;
export type ConclusionKind = (typeof conclusionKinds)[number];

/** The document of a conclusion, as it is entered. */
export interface ConclusionFacts {
  readonly kind: ConclusionKind;
  readonly number: string;
  readonly on: PlainDate;
  readonly issuer: string;
  /** Who chaired the meeting or led the inspection. */
  readonly chair: string | null;
  readonly title: string;
  /** Where the document itself can be read. */
  readonly link: string | null;
}

/** How the tasks of a conclusion stand, of those that count in figures and that the reader may see. */
export interface ConclusionFigures {
  readonly lines: number;
  /** Lines about which nothing is decided yet. */
  readonly open: number;
  readonly tasks: number;
  readonly done: number;
  readonly late: number;
}

export interface Conclusion extends ConclusionFacts, ConclusionFigures {
  readonly id: Id<'conclusion'>;
  readonly version: number;
  readonly changedBy: string;
  readonly changedAt: Date;
}

/** What became of a line: nothing yet, a task of its own, a task that there was, or no task for a reason. */
export const lineStandings = ['open', 'task', 'joined', 'none'] as const;
export type LineStanding = (typeof lineStandings)[number];

export interface ConclusionLine {
  readonly id: Id<'conclusion-line'>;
  readonly batchId: string;
  readonly ordinal: number;
  readonly text: string;
  readonly standing: LineStanding;
  readonly reason: string | null;
  readonly version: number;
  /** The task, where there is one that the reader may see. */
  readonly task: {
    readonly id: Id<'task'>;
    readonly code: string;
    readonly title: string;
    readonly stage: TaskStage;
    readonly unitName: string | null;
    readonly dueOn: PlainDate | null;
    readonly firstDueOn: PlainDate | null;
  } | null;
}

/** A task that a line is to become. */
export interface TaskOfLine {
  readonly title: string;
  readonly product: string | null;
  readonly dueText: string | null;
  readonly dueOn: PlainDate | null;
  readonly leadUnitId: string | null;
  readonly coordinatingUnitIds: readonly string[];
  /** The leader who approves it. */
  readonly approverId: string | null;
}

/** What is decided about a line; a task that there is already is named by its code or address. */
export type Decision =
  | { readonly standing: 'open' }
  | { readonly standing: 'none'; readonly reason: string }
  | { readonly standing: 'joined'; readonly task: string }
  | { readonly standing: 'task'; readonly task: TaskOfLine };

export interface NewLine {
  readonly text: string;
  readonly decision: Decision;
}

export const longestTitle = 500;
export const longestChair = 200;
export const longestLink = 500;
export const longestLine = 2_000;
export const longestReason = 500;
/** Lines that are confirmed at once, and lines of one conclusion. */
export const mostAtOnce = 40;
export const mostLines = 200;

/** Codes of tasks from conclusions: `KL.1` and on, behind those from above in every list. */
export const firstOrdinal = 2_000_000;

/** The code of the n-th task from a conclusion of an office. */
export function codeOf(n: number): string {
  return `KL.${n}`;
}
