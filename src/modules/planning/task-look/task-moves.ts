import type { Actor } from '#platform/session/actor.ts';
import * as policy from '../task/policy.ts';
import type { TaskRelations } from '../task/task.ts';
import { type TaskDeed, taskDeeds, type TaskStage, transitions } from '../task/task-life.ts';

/** A way on from the step at which a task stands. */
export interface TaskMove {
  readonly deed: TaskDeed;
  readonly to: TaskStage;
  /** False where the life knows the way and this person may not go it. */
  readonly isAllowed: boolean;
}

/** Every deed that the life of a task knows at its step, with whether this person may do it, in the order of the deeds. */
export function movesOf(actor: Actor, task: TaskRelations): TaskMove[] {
  return taskDeeds.flatMap((deed) => {
    const to = transitions[task.stage][deed];
    return to ? [{ deed, to, isAllowed: policy.may(actor, deed, task).allowed }] : [];
  });
}

/** The steps to which tasks can go from a step, for whoever may. */
export function stepsFrom(stage: TaskStage): TaskStage[] {
  return [...new Set(Object.values(transitions[stage]))].filter((to) => to !== stage);
}
