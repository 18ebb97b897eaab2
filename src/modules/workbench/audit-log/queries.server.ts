import { sql } from 'kysely';
import { type HistoryLine, idsIn, namesIn } from '#modules/casework/index.server.ts';
import * as policy from '#platform/audit/policy.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';

/** Tasks by code and title and plans by title, for the ids that stand in these lines; only what is issued. */
async function plannedNamesIn(ctx: Ctx, lines: readonly HistoryLine[]): Promise<ReadonlyMap<string, string>> {
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

/** Whatever of these lines has a name: officers and units, tasks and plans. */
export async function lineNamesIn(
  ctx: Ctx,
  lines: readonly HistoryLine[],
): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await namesIn(ctx, lines)), ...(await plannedNamesIn(ctx, lines))]);
}
