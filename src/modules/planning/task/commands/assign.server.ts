import type { PlainDate } from '#platform/clock/plain-date.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { setLead } from '../locked-task.server.ts';
import { landingOfAssign } from '../task-landing.ts';
import { type DeedRefusal, step, taskDeed } from './task-deed.server.ts';

export interface Assignment {
  readonly assigneeId: string | null;
  readonly approverId: string | null;
  readonly leadUnitId: string | null;
  /** A day set by hand; undefined leaves the deadline as it is. */
  readonly dueOn: PlainDate | undefined;
  /** What is to be made; undefined leaves the product as it is. */
  readonly product?: string | undefined;
  readonly version: number;
}

/**
 * Says who does an open task, who approves, which unit answers and, when given, until which day and with which product.
 * It counts as assigned once all six clears are there, and stays a draft before; somebody new has to accept it.
 */
export async function assignTask(
  ctx: Ctx,
  taskId: string,
  to: Assignment,
): Promise<Outcome<undefined, DeedRefusal | 'unknown-choice'>> {
  return taskDeed<'unknown-choice'>(ctx, 'assign', taskId, to.version, async (tx, task) => {
    if (!(await areOfTenant(ctx, to))) return refused('unknown-choice');
    const people = {
      assigneeId: to.assigneeId as Id<'officer'> | null,
      approverId: to.approverId as Id<'officer'> | null,
      leadUnitId: to.leadUnitId as Id<'unit'> | null,
    };
    const product = to.product === undefined ? task.product : to.product;
    const due = to.dueOn ? ({ dueOn: to.dueOn, dueKind: 'date' } as const) : {};
    await setLead(ctx, tx, task, to.leadUnitId);
    await step(ctx, tx, task, {
      stage: landingOfAssign(task, { ...task, ...people, product, ...due }),
      columns: {
        assignee_id: to.assigneeId,
        approver_id: to.approverId,
        lead_unit_id: to.leadUnitId,
        product,
        ...(to.dueOn ? { due_on: to.dueOn, due_from: null, due_kind: 'date' } : {}),
      },
      kind: 'assigned',
      detail: { assigneeId: to.assigneeId, approverId: to.approverId, dueOn: to.dueOn ?? null },
      before: {
        assigneeId: task.assigneeId,
        approverId: task.approverId,
        leadUnitId: task.leadUnitId,
        dueOn: task.dueOn,
        product: task.product,
      },
      after: { ...people, dueOn: to.dueOn ?? task.dueOn, product },
    });
    return done();
  });
}

async function areOfTenant(ctx: Ctx, to: Assignment): Promise<boolean> {
  const officers = [...new Set([to.assigneeId, to.approverId].filter((id) => id !== null))];
  const found = officers.length
    ? await ctx.db
        .selectFrom('directory.published_officer')
        .select('id')
        .where('tenant_id', '=', ctx.tenant.id)
        .where('id', 'in', officers)
        .where('ended_on', 'is', null)
        .execute()
    : [];
  const unit =
    to.leadUnitId === null ||
    (await ctx.db
      .selectFrom('directory.published_unit')
      .select('id')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', to.leadUnitId)
      .where('ended_on', 'is', null)
      .executeTakeFirst());
  return found.length === officers.length && Boolean(unit);
}
