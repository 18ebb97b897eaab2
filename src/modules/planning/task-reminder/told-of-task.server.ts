import { sql } from 'kysely';
import { reminderReach } from '#modules/casework/index.server.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { keptForActor } from '#platform/session/kept-for-actor.server.ts';

/** How often people were reminded of a task. */
export interface ToldOfTask {
  readonly count: number;
  readonly escalations: number;
  readonly lastOn: PlainDate;
  readonly lastName: string;
}

const toldRows = keptForActor(({ tenant, actor, db }, { taskId }: { readonly taskId: string }) => {
  const query = sql<ToldOfTask>`
    select n.on_date as "lastOn", n.officer_name as "lastName", (count(*) over ())::int as count,
      (count(*) filter (where n.kind = 'escalation') over ())::int as escalations
    from casework.published_reminder n
    where n.tenant_id = ${tenant.id} and n.record_kind = 'task' and n.record_id = ${taskId}
      and ${reminderReach(actor)}
    order by n.at desc, n.id desc limit 1`;
  return { compile: () => query.compile(db) };
});

/** How often people were reminded of this task, of the lines that the person may read; undefined where there are none. */
export async function findToldOfTask(ctx: Ctx, taskId: string): Promise<ToldOfTask | undefined> {
  const [told] = await toldRows(ctx, { taskId });
  return told;
}
