import { fold } from '#platform/search/folding.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';

/** A task that a document of a higher body orders, as it is entered. */
export interface NewTaskFromAbove {
  readonly number: string;
  readonly on: PlainDate;
  readonly issuer: string;
  /** What the document is about; left out where nobody has written it down. */
  readonly abstract?: string | null | undefined;
  readonly title: string;
  readonly product: string | null;
  /** The deadline in the words of the document. */
  readonly dueText: string | null;
  readonly dueOn: PlainDate | null;
  readonly leadUnitId: string | null;
  readonly coordinatingUnitIds: readonly string[];
  readonly assigneeId: string | null;
  readonly approverId: string | null;
}

export const longestNumber = 100;
export const longestIssuer = 200;
export const longestAbstract = 500;
export const longestReason = 500;
export const longestTitle = 1_000;
export const longestDueText = 300;

/** True for what is done to the entry and not to the work: such a task may still be thrown away. */
export function isOfEntering(event: string): boolean {
  return event === 'entered' || event === 'document-edited';
}

/** Codes of tasks from above: `CT.1` and on, after those of the plans in every list. */
export const firstOrdinal = 1_000_000;

/** The code of the n-th task from above of an office. */
export function codeOf(n: number): string {
  return `CT.${n}`;
}

/** By what a task from above is known to be the same: document and title, case and marks aside. */
export function sameKey({ number, title }: Pick<NewTaskFromAbove, 'number' | 'title'>): string {
  return `${fold(number)} / ${fold(title)}`;
}
