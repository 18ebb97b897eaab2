import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';

/** What can become of a request for another deadline. */
export const dueChangeStates = ['open', 'granted', 'refused', 'withdrawn'] as const;
export type DueChangeState = (typeof dueChangeStates)[number];

/** How the one who decides answers it. */
export const dueAnswers = ['granted', 'refused'] as const;
export type DueAnswer = (typeof dueAnswers)[number];

/** Somebody's request for another deadline of a task, with what became of it. */
export interface DueChange {
  readonly id: Id<'due-change'>;
  readonly taskId: Id<'task'>;
  readonly askedAt: Date;
  /** The account that asked. */
  readonly askedBy: string;
  readonly askedByName: string;
  /** The officer of that account; null where it is kept no longer, or was not yet. */
  readonly askedByOfficerId: Id<'officer'> | null;
  /** The deadline when it was asked, and the one that is asked for. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly reason: string;
  readonly state: DueChangeState;
  readonly decided: { readonly at: Date; readonly byName: string; readonly note: string | null } | null;
}
