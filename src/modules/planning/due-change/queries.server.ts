import { plainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { ReadDb } from '#platform/db/db.ts';
import { keptQuery } from '#platform/db/kept-query.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { TaskRecord } from '../task/queries.server.ts';
import type { DueChange, DueChangeState } from './due-change.ts';

const requestRows = keptQuery(
  (db, values: { readonly tenantId: Id<'tenant'>; readonly taskId: Id<'task'> }) =>
    dueChanges(db, values.tenantId)
      .where('task_id', '=', values.taskId)
      .orderBy('asked_at', 'desc')
      .orderBy('id', 'desc')
      .limit(100),
);

/** The requests for another deadline of a task that the caller has read already, the newest first. */
export async function listDueChanges(ctx: Ctx, task: Pick<TaskRecord, 'id'>): Promise<DueChange[]> {
  const rows = await requestRows(ctx.db, { tenantId: ctx.tenant.id, taskId: task.id });
  return rows.map(toDueChange);
}

/** The requests of the tenant, to be narrowed further. */
export function dueChanges(db: ReadDb, tenantId: Id<'tenant'>) {
  return db
    .selectFrom('planning.due_change_request')
    .select([
      'id',
      'task_id',
      'asked_at',
      'asked_by',
      'asked_by_name',
      'asked_by_officer_id',
      'from_on',
      'to_on',
      'reason',
      'state',
    ])
    .select(['decided_at', 'decided_by_name', 'decision_note'])
    .where('tenant_id', '=', tenantId);
}

/** A row of the database as a request. */
export function toDueChange(row: {
  id: string;
  task_id: string;
  asked_at: Date;
  asked_by: string;
  asked_by_name: string;
  asked_by_officer_id: string | null;
  from_on: string;
  to_on: string;
  reason: string;
  state: string;
  decided_at: Date | null;
  decided_by_name: string | null;
  decision_note: string | null;
}): DueChange {
  return {
    id: row.id as Id<'due-change'>,
    taskId: row.task_id as Id<'task'>,
    askedAt: row.asked_at,
    askedBy: row.asked_by,
    askedByName: row.asked_by_name,
    askedByOfficerId: row.asked_by_officer_id as Id<'officer'> | null,
    from: plainDate(row.from_on),
    to: plainDate(row.to_on),
    reason: row.reason,
    state: row.state as DueChangeState,
    decided: row.decided_at && {
      at: row.decided_at,
      byName: row.decided_by_name ?? '',
      note: row.decision_note,
    },
  };
}
