import { sql } from 'kysely';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Asker } from '#platform/session/kept-for-actor.server.ts';
import type { DueChange } from '../due-change/due-change.ts';
import { toDueChange } from '../due-change/queries.server.ts';
import { visibleTo } from '../task/visible-to.server.ts';

/** A request for another deadline that waits for a person's answer, with the task that it is about. */
export interface WaitingRequest {
  readonly request: DueChange;
  readonly code: string;
  readonly title: string;
  readonly leadUnitName: string | null;
  /** The name of the absent officer in whose place the person answers. */
  readonly insteadOfName: string | null;
}

/** The requests that wait for the approver this person is, or stands in for, the longest waiting first; at most so many. */
export async function listRequestsToAnswer(ctx: Ctx, most: number): Promise<WaitingRequest[]> {
  const approvers = approversOf(ctx);
  if (approvers.length === 0) return [];
  const rows = await waiting(ctx, approvers)
    .leftJoin('directory.published_unit as u', (join) =>
      join.onRef('u.tenant_id', '=', 't.tenant_id').onRef('u.id', '=', 't.lead_unit_id'),
    )
    .leftJoin('directory.published_officer as b', (join) =>
      join.onRef('b.tenant_id', '=', 't.tenant_id').onRef('b.id', '=', 't.approver_id'),
    )
    .selectAll('r')
    .select(['t.code', 't.title', 't.approver_id', 'u.name as unit_name', 'b.full_name as approver_name'])
    .orderBy('r.asked_at')
    .orderBy('r.id')
    .limit(sql.lit(most))
    .execute();
  return rows.map((row) => ({
    request: toDueChange(row),
    code: row.code,
    title: row.title,
    leadUnitName: row.unit_name,
    insteadOfName: row.approver_id === ctx.actor.officerId ? null : row.approver_name,
  }));
}

/** How many requests wait for this person's answer, as a query of one number. */
export function requestsWaiting(ctx: Asker) {
  const approvers = approversOf(ctx);
  if (approvers.length === 0) return undefined;
  return waiting(ctx, approvers).select((eb) => eb.fn.countAll<string>().as('count'));
}

/** As whom the person answers requests: as themselves, and as each absent officer who could. */
function approversOf(ctx: Asker): Id<'officer'>[] {
  return [ctx.actor, ...(ctx.actor.standsInFor ?? [])].flatMap(({ grants, officerId }) =>
    officerId !== null && grants.has('planning.task.read') && grants.has('planning.task.grant-due-change')
      ? [officerId]
      : [],
  );
}

function waiting(ctx: Asker, approvers: readonly string[]) {
  return ctx.db
    .selectFrom('planning.due_change_request as r')
    .innerJoin('planning.task as t', (join) =>
      join.onRef('t.tenant_id', '=', 'r.tenant_id').onRef('t.id', '=', 'r.task_id'),
    )
    .where('r.tenant_id', '=', ctx.tenant.id)
    .where('r.state', '=', 'open')
    .where('t.state', '=', 'open')
    .where(sql`t.approver_id`, '=', sql`any(${[...approvers]}::uuid[])`)
    .where(visibleTo(ctx.actor));
}
