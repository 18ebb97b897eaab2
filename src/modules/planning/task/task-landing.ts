import { missingClears, type SixClearFacts } from './six-clear.ts';
import type { Task } from './task.ts';
import { stateOf, type TaskStage, transitions } from './task-life.ts';

type LandingFacts = SixClearFacts & Pick<Task, 'dueOn'>;

/** True while the deadline counts from an event or a request that has not been recorded. */
export function waitsForEvent(task: Pick<Task, 'dueKind' | 'dueOn'>): boolean {
  return task.dueOn === null && (task.dueKind === 'after-event' || task.dueKind === 'on-request');
}

/** How far a task that heads for an open step comes: a draft while one of the six is missing, waiting before its event. */
export function landing(towards: TaskStage, task: LandingFacts): TaskStage {
  if (stateOf(towards) !== 'open') return towards;
  if (missingClears(task).length > 0) return 'draft';
  return waitsForEvent(task) ? 'waiting' : towards;
}

/** Where assigning leaves a task: somebody new has to accept it first, others go on where they are. */
export function landingOfAssign(before: { stage: TaskStage; assigneeId: string | null }, task: LandingFacts) {
  const isNew = before.assigneeId !== task.assigneeId;
  const towards = isNew ? 'assigned' : (transitions[before.stage].assign ?? before.stage);
  return landing(towards, task);
}
