import { sql } from 'kysely';
import { type HistoryLine, idsIn } from '#modules/casework/index.server.ts';
import * as policy from '#platform/audit/policy.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';

/** Tasks by code and title and plans by title, for the ids that stand in these lines; only what is issued. */
export async function plannedNamesIn(
  ctx: Ctx,
  lines: readonly HistoryLine[],
): Promise<ReadonlyMap<string, string>> {
  must(policy.read(ctx.actor));
  const ids = idsIn(lines);
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, code || ' ' || title as name from planning.published_task
    where tenant_id = ${ctx.tenant.id} and id = any(${ids}::uuid[])
    union all
    select id, title as name from planning.published_plan
    where tenant_id = ${ctx.tenant.id} and id = any(${ids}::uuid[])`.execute(ctx.db);
  return new Map(rows.map((row) => [row.id, row.name]));
}
