import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { PlanningTask } from '#db/types.ts';
import { dueKinds } from './task.ts';
import { stateOf, taskStages } from './task-life.ts';

const orNull = z.string().nullable();

/** Everything of a task that a deed can change, as it was before; kept so that the deed can be taken back. */
export const taskBefore = z.object({
  stage: z.enum(taskStages),
  assigneeId: orNull,
  approverId: orNull,
  leadUnitId: orNull,
  // What was noted by the release before does not say it; the product then stays.
  product: orNull.optional(),
  dueOn: orNull,
  firstDueOn: orNull,
  dueFrom: orNull,
  dueKind: z.enum(dueKinds).nullable().catch(null),
  closedOn: orNull,
  closingText: orNull,
  handedInText: orNull,
  handedInException: orNull,
  handedInOn: orNull,
});
export type TaskBefore = Omit<z.infer<typeof taskBefore>, 'dueKind'> & { readonly dueKind: string | null };

/** The columns that hold it. */
const columns = {
  stage: 'stage',
  assigneeId: 'assignee_id',
  approverId: 'approver_id',
  leadUnitId: 'lead_unit_id',
  product: 'product',
  dueOn: 'due_on',
  firstDueOn: 'first_due_on',
  dueFrom: 'due_from',
  dueKind: 'due_kind',
  closedOn: 'closed_on',
  closingText: 'closing_text',
  handedInText: 'handed_in_text',
  handedInException: 'handed_in_exception',
  handedInOn: 'handed_in_on',
} as const satisfies Record<keyof TaskBefore, keyof PlanningTask>;
type BeforeRow = Pick<Selectable<PlanningTask>, (typeof columns)[keyof TaskBefore]>;

/** The same columns of a task aliased `t`, to be selected. */
export const beforeColumns = Object.values(columns).map((name) => `t.${name}` as const);

/** How the task of such a row stands. */
export function beforeOf(row: BeforeRow): TaskBefore {
  const facts = Object.entries(columns).map(([name, column]) => [name, row[column]] as const);
  return Object.fromEntries(facts) as unknown as TaskBefore;
}

/** The columns of a task that stands again as before; one that is not known stays as it is. */
export function columnsOf(before: TaskBefore): Partial<BeforeRow> & { readonly state: string } {
  const facts = Object.entries(columns).map(
    ([name, column]) => [column, before[name as keyof TaskBefore]] as const,
  );
  const known = Object.fromEntries(facts.filter(([, value]) => value !== undefined));
  return { ...(known as Partial<BeforeRow>), state: stateOf(before.stage) };
}
