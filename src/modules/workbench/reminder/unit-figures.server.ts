import { sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import * as policy from './policy.ts';
import { visibleTo } from './visible-to.server.ts';

/** How often people of one unit's work were reminded in a stretch of days, and what came of it. */
export interface UnitFigures {
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly matters: number;
  readonly reminders: number;
  readonly escalations: number;
  readonly opened: number;
  readonly acted: number;
}

/** The figures of every unit, the most often reminded first: of the lines that the person may read. One statement. */
export async function listUnitFigures(
  ctx: Ctx,
  { first, last }: { readonly first: PlainDate; readonly last: PlainDate },
): Promise<UnitFigures[]> {
  must(policy.open(ctx.actor));
  const { rows } = await sql<UnitFigures>`
    select n.unit_id as "unitId", u.name as "unitName", count(distinct n.record_id)::int as matters,
      count(*)::int as reminders, count(*) filter (where n.kind = 'escalation')::int as escalations,
      count(*) filter (where exists (select from casework.published_notice x where x.tenant_id = n.tenant_id
        and x.id in (n.notice_id, n.substitute_notice_id) and x.opened_at is not null))::int as opened,
      count(*) filter (where exists (select from planning.published_task_step s
        where s.tenant_id = n.tenant_id and s.task_id = n.record_id and s.at > n.at
          and (s.officer_id in (n.officer_id, n.substitute_id) or s.unit_id = po.unit_id)))::int as acted
    from casework.published_reminder n
    left join directory.published_officer po on po.tenant_id = n.tenant_id and po.id = n.officer_id
    left join directory.published_unit u on u.tenant_id = n.tenant_id and u.id = n.unit_id
    where n.tenant_id = ${ctx.tenant.id} and ${visibleTo(ctx.actor)} and n.on_date between ${first} and ${last}
    group by n.unit_id, u.name
    order by reminders desc, u.name collate "vi-x-icu"`.execute(ctx.db);
  return rows;
}
