import { sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { dueDays } from '../due-days.server.ts';
import * as policy from '../policy.ts';
import { findDayOffRule } from '../queries.server.ts';
import type { DayOffRule } from '../report-period.ts';

/**
 * Says what becomes of hand-in days on which offices are closed, as another version; the days of all periods that are
 * not sent on are counted anew. Refuses a version that is not the present one any more.
 */
export function setDayOffRule(
  ctx: Ctx,
  given: { readonly rule: DayOffRule; readonly version: number },
): Promise<Outcome<{ version: number }, 'changed-meanwhile'>> {
  return act<{ version: number }, 'changed-meanwhile'>(ctx, 'planning.report-period.set-rule', async (tx) => {
    must(policy.setRule(ctx.actor));
    const present = await findDayOffRule(ctx);
    if (present.version !== given.version) return refused('changed-meanwhile');
    const version = present.version + 1;
    const stored = await tx.db
      .insertInto('planning.report_rule')
      .values({
        tenant_id: ctx.tenant.id,
        version,
        at: tx.now,
        actor_name: ctx.actor.name,
        day_off: given.rule,
      })
      // Of two who save at once the second waits for the first, and finds its version taken.
      .onConflict((conflict) => conflict.columns(['tenant_id', 'version']).doNothing())
      .executeTakeFirst();
    if (stored.numInsertedOrUpdatedRows === 0n) return refused('changed-meanwhile');
    const due = await dueDays(ctx, given.rule);
    const rows = await tx.db
      .selectFrom('planning.report_period')
      .select(['id', 'last_on'])
      .where('tenant_id', '=', ctx.tenant.id)
      .where('state', 'in', ['open', 'past', 'dropped', 'discarded'])
      .where('last_on', 'is not', null)
      .forUpdate()
      .execute();
    const days = rows.map((row) => ({ id: row.id, due: due(row.last_on as PlainDate | null) }));
    await sql`update planning.report_period p set due_on = s.due, version = p.version + 1
      from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as s (id uuid, due date)
      where p.tenant_id = ${ctx.tenant.id} and p.id = s.id and p.due_on is distinct from s.due`.execute(
      tx.db,
    );
    await tx.audit({
      recordKind: 'tenant',
      recordId: ctx.tenant.id,
      before: { version: present.version, dayOffRule: present.rule },
      after: { version, dayOffRule: given.rule },
    });
    return done({ version });
  });
}
