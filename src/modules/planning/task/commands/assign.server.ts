import type { PlainDate } from '#platform/clock/plain-date.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { passOnAssignment } from '../children.server.ts';
import { areOfTenant } from '../known-people.server.ts';
import { setLead } from '../locked-task.server.ts';
import { landingOfAssign } from '../task-landing.ts';
import { type DeedRefusal, step, taskDeed } from './task-deed.server.ts';

export type AssignRefusal = 'unknown-choice' | 'due-set' | 'due-of-occurrences' | 'due-after-parent';

export interface Assignment {
  readonly assigneeId: string | null;
  readonly approverId: string | null;
  readonly leadUnitId: string | null;
  /** The deadline where there is none yet; undefined, or the present one, leaves it as it is. */
  readonly dueOn: PlainDate | undefined;
  /** What is to be made; undefined leaves the product as it is. */
  readonly product?: string | undefined;
  readonly version: number;
}

/**
 * Says who does an open task, who approves, which unit answers and, when given, until which day and with which product.
 * A deadline that is set already is changed by `changeDue`, with its reason. It counts as assigned once all six clears
 * are there, and stays a draft before; somebody new has to accept it. What a recurring task is given goes on to those of
 * its times on which nobody has begun; their deadlines are their own. A sub-task is due by the day of its task.
 */
export async function assignTask(
  ctx: Ctx,
  taskId: string,
  to: Assignment,
): Promise<Outcome<undefined, DeedRefusal | AssignRefusal>> {
  return taskDeed<AssignRefusal>(ctx, 'assign', taskId, to.version, async (tx, task) => {
    if (task.nature === 'series' && to.dueOn) return refused('due-of-occurrences');
    const latest = task.latestDueOn;
    if (to.dueOn && latest && to.dueOn > latest) {
      return refused('due-after-parent', { dueOn: to.dueOn, latest });
    }
    const { assigneeId, approverId, leadUnitId } = to;
    if (!(await areOfTenant(ctx, [assigneeId, approverId], [leadUnitId]))) return refused('unknown-choice');
    const first = to.dueOn === task.dueOn ? undefined : to.dueOn;
    if (first && task.dueOn !== null) return refused('due-set');
    const people = {
      assigneeId: to.assigneeId as Id<'officer'> | null,
      approverId: to.approverId as Id<'officer'> | null,
      leadUnitId: to.leadUnitId as Id<'unit'> | null,
    };
    const product = to.product === undefined ? task.product : to.product;
    const due = first ? ({ dueOn: first, dueKind: 'date' } as const) : {};
    await setLead(ctx, tx, task, to.leadUnitId);
    await step(ctx, tx, task, {
      stage: landingOfAssign(task, { ...task, ...people, product, ...due }),
      columns: {
        assignee_id: to.assigneeId,
        ...(to.assigneeId !== task.assigneeId && { assigner_id: ctx.actor.officerId }),
        approver_id: to.approverId,
        lead_unit_id: to.leadUnitId,
        product,
        ...(first ? { due_on: first, first_due_on: first, due_from: null, due_kind: 'date' } : {}),
      },
      kind: 'assigned',
      detail: { assigneeId: to.assigneeId, approverId: to.approverId, dueOn: first ?? null },
      before: {
        assigneeId: task.assigneeId,
        approverId: task.approverId,
        leadUnitId: task.leadUnitId,
        dueOn: task.dueOn,
        product: task.product,
      },
      after: { ...people, dueOn: first ?? task.dueOn, product },
    });
    if (task.nature === 'series') await passOnAssignment(ctx, tx, task.id);
    return done();
  });
}
