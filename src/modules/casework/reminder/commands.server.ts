import { sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { type Act, act } from '#platform/db/act.ts';
import { gather } from '#platform/db/gathered.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, refused } from '#platform/db/outcome.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { tell } from '../notice/tell.server.ts';
import { noticesToLink } from './link-notices.server.ts';
import * as policy from './policy.ts';
import { coveredBy, type Due, noticeKindOf } from './reminder.ts';
import { texts } from './texts.ts';

/**
 * Tells people what is due, in the name of the clock: each person once for a matter, a deadline and a step, however often
 * it is asked for. What they have not read of the same matter since an earlier morning is replaced. Gives how many lines
 * the ledger got; all that is told of a matter on a morning must come in one call.
 */
export async function sendReminders(ctx: Ctx, recordKind: string, dues: readonly Due[]): Promise<number> {
  const outcome = await act<number, 'nothing'>(ctx, 'casework.reminder.send', async (tx) => {
    must(policy.send(ctx.actor));
    const kept = await keep(ctx, tx, recordKind, dues);
    if (kept.length === 0) return refused('nothing');
    const told = kept.filter(({ isCovered }) => !isCovered);
    await replaceUnread(ctx, tx, recordKind, told);
    for (const [, same] of grouped(told)) {
      const [first] = same;
      if (!first) continue;
      const note = first.firstDueOn ? texts('vi').firstDue(formatDate(first.firstDueOn)) : null;
      const officerIds = same.map(({ officerId }) => officerId);
      const kind = noticeKindOf(first.kind, first.daysLate);
      tell(ctx, tx, { kind, recordKind, recordId: first.recordId, officerIds, note });
    }
    gather(tx.db, noticesToLink, {
      tenantId: ctx.tenant.id,
      today: ctx.clock.today(),
      at: tx.now,
      ids: kept.map(({ id }) => id),
    });
    const runId = await countRun(ctx, tx, kept.length);
    await tx.audit({
      recordKind: 'reminder-run',
      recordId: runId,
      before: null,
      after: { on: ctx.clock.today(), reminders: kept.length },
    });
    return done(kept.length);
  });
  return outcome.ok ? outcome.value : 0;
}

/** Closes the round of a morning: how many matters were gone through. A round that is closed already stays as it is. */
export async function endRound(ctx: Ctx, matters: number): Promise<void> {
  await act<null, 'nothing'>(ctx, 'casework.reminder.send', async (tx) => {
    must(policy.send(ctx.actor));
    const today = ctx.clock.today();
    const runId = await countRun(ctx, tx, 0);
    const ended = await tx.db
      .updateTable('casework.reminder_run')
      .set({ ended_at: tx.now, matters })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('on_date', '=', today)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (ended.numUpdatedRows === 0n) return refused('nothing');
    await tx.audit({
      recordKind: 'reminder-run',
      recordId: runId,
      before: null,
      after: { on: today, matters },
    });
    return done(null);
  });
}

interface Kept extends Due {
  readonly id: string;
  readonly isCovered: boolean;
}

/** Writes what is told for the first time; what somebody else is writing at this moment is waited for, and left out. */
async function keep(ctx: Ctx, tx: Act, recordKind: string, dues: readonly Due[]): Promise<Kept[]> {
  const covered = coveredBy(dues);
  const lines = dues.map((due) => ({ ...due, id: newId() as string, isCovered: covered.has(due) }));
  const { rows } = await sql<{ id: string }>`
    insert into casework.reminder (tenant_id, at, id, on_date, kind, record_kind, record_id, officer_id, unit_id, due_on,
      first_due_on, step, days_late, is_covered, title, officer_name)
    select ${ctx.tenant.id}::uuid, ${tx.now}, g.id, ${ctx.clock.today()}::date, g.kind, ${recordKind}, g."recordId",
      g."officerId", g."unitId", g."dueOn", g."firstDueOn", g.step, g."daysLate", g."isCovered", g.title,
      coalesce(o.full_name, '')
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as g(id uuid, kind text, "recordId" uuid, "officerId" uuid,
      "unitId" uuid, "dueOn" date, "firstDueOn" date, step text, "daysLate" integer, "isCovered" boolean,
      title text)
    left join directory.published_officer o on o.tenant_id = ${ctx.tenant.id} and o.id = g."officerId"
    order by g."recordId", g."officerId", g.step
    on conflict on constraint reminder_once do nothing
    returning id`.execute(tx.db);
  const written = new Set(rows.map(({ id }) => id));
  return lines.filter(({ id }) => written.has(id));
}

/** An earlier reminder of the same matter that the person has not read has nothing more to say. */
async function replaceUnread(
  ctx: Ctx,
  tx: Act,
  recordKind: string,
  told: readonly { recordId: string; officerId: Id<'officer'> }[],
): Promise<void> {
  const people = told.map(({ recordId, officerId }) => ({ recordId, officerId }));
  await sql`update casework.notice n set read_at = ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as g("recordId" uuid, "officerId" uuid)
    where n.tenant_id = ${ctx.tenant.id} and n.record_kind = ${recordKind} and n.record_id = g."recordId"
      and coalesce(n.instead_of_id, n.officer_id) = g."officerId" and n.read_at is null
      and (n.kind like 'reminded-%' or n.kind like 'escalated-%')`.execute(tx.db);
}

/** The round of today with so many lines more. */
async function countRun(ctx: Ctx, tx: Act, reminders: number): Promise<string> {
  const today: PlainDate = ctx.clock.today();
  const { rows } = await sql<{ id: string }>`
    insert into casework.reminder_run (tenant_id, id, on_date, reminders, began_at)
    values (${ctx.tenant.id}, ${newId()}, ${today}::date, ${reminders}, ${tx.now})
    on conflict on constraint reminder_run_day do update
      set reminders = casework.reminder_run.reminders + excluded.reminders
    returning id`.execute(tx.db);
  return rows[0]?.id ?? '';
}

function grouped(told: readonly Kept[]): Map<string, Kept[]> {
  const groups = new Map<string, Kept[]>();
  for (const one of told) {
    const key = [one.recordId, noticeKindOf(one.kind, one.daysLate), one.firstDueOn].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}
