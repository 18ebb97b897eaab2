import { sql } from 'kysely';
import type { Id } from '#platform/db/id.ts';
import { exactFirst, matchesWords } from '#platform/search/matching.server.ts';
import { readSearch } from '#platform/search/search-words.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import * as policy from './policy.ts';
import type { TaskStage, TaskState } from './task-life.ts';
import { texts } from './texts.ts';
import { visibleTo } from './visible-to.server.ts';

/** Looked through for those to which the person may bring proof, and shown at most. */
const [looked, shown] = [100, 20];

/**
 * Tasks to which this person may bring proof, by code or name; without a search those that they do or approve and that
 * are open, the next due first.
 */
export async function listProvable(
  ctx: Ctx,
  search: string,
): Promise<{ id: string; title: string; note: string }[]> {
  const words = readSearch(search);
  let query = ctx.db
    .selectFrom('planning.task as t')
    .select(['t.id', 't.code', 't.title', 't.stage', 't.state'])
    .select(['t.lead_unit_id', 't.assignee_id', 't.approver_id'])
    .select(
      sql<Id<'unit'>[]>`array(select tu.unit_id from planning.task_unit tu
        where tu.tenant_id = t.tenant_id and tu.task_id = t.id and tu.part = 'coordinating')`.as(
        'coordinating',
      ),
    )
    .where('t.tenant_id', '=', ctx.tenant.id)
    .where(visibleTo(ctx.actor))
    .where('t.nature', '<>', 'series');
  if (words) query = query.where(matchesWords('t', words)).orderBy(exactFirst('t', words), 'desc');
  else
    query = query
      .where('t.state', '=', 'open')
      .where((where) =>
        where.or([
          where('t.assignee_id', '=', ctx.actor.officerId),
          where('t.approver_id', '=', ctx.actor.officerId),
        ]),
      );
  const rows = await query.orderBy('t.due_on').orderBy('t.ordinal').orderBy('t.id').limit(looked).execute();
  return rows
    .filter((row) => policy.prove(ctx.actor, 'casework.evidence.attach', relationsOf(row)).allowed)
    .slice(0, shown)
    .map((row) => ({
      id: row.id,
      title: `${row.code}. ${row.title}`,
      note: texts(ctx.lang).stage[row.stage as TaskStage],
    }));
}

function relationsOf(row: {
  state: string;
  stage: string;
  lead_unit_id: string | null;
  assignee_id: string | null;
  approver_id: string | null;
  coordinating: Id<'unit'>[];
}) {
  return {
    state: row.state as TaskState,
    stage: row.stage as TaskStage,
    leadUnitId: row.lead_unit_id as Id<'unit'> | null,
    coordinatingUnitIds: row.coordinating,
    assigneeId: row.assignee_id as Id<'officer'> | null,
    approverId: row.approver_id as Id<'officer'> | null,
  };
}
