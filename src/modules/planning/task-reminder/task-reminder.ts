import type { Id } from '#platform/db/id.ts';
import type { TaskStage } from '../task/task-life.ts';

/** A task with a deadline as far as it decides who is reminded of it; people who have left are null. */
export interface RemindedTask {
  readonly stage: TaskStage;
  readonly assigneeId: Id<'officer'> | null;
  readonly approverId: Id<'officer'> | null;
  /** Who heads the unit that leads. */
  readonly leadHeadIds: readonly Id<'officer'>[];
  /** Who answers for the parts of coordinating units that are still awaited: whoever is in charge, or else the heads. */
  readonly awaitedIds: readonly Id<'officer'>[];
}

/**
 * Who is reminded of a task: whoever has to take the next step. Work that lies with nobody is the head's of the unit that
 * leads; what waits for an event has no deadline yet, and what is over none any more.
 */
export function remindedOf(task: RemindedTask): readonly Id<'officer'>[] {
  const orHeads = (officerId: Id<'officer'> | null) => (officerId === null ? task.leadHeadIds : [officerId]);
  switch (task.stage) {
    case 'draft':
      return task.leadHeadIds;
    case 'submitted':
      return orHeads(task.approverId);
    case 'assigned':
    case 'accepted':
    case 'in-progress':
    case 'sent-back':
      return [...orHeads(task.assigneeId), ...task.awaitedIds];
    case 'waiting':
    case 'done':
    case 'cancelled':
      return [];
  }
}
