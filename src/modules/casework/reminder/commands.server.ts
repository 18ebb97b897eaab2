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
import { type Line, ledger } from './ledger.server.ts';
import * as policy from './policy.ts';
import { untold } from './queries.server.ts';
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
    // Another round of this morning is waited for here: what it told is in the ledger by then.
    await countRun(ctx, tx, 0);
    const covered = coveredBy(dues);
    const lines = (await untold(ctx, recordKind, dues)).map(
      (due): Line => ({ ...due, id: newId(), isCovered: covered.has(due) }),
    );
    if (lines.length === 0) return refused('nothing');
    const told = lines.filter(({ isCovered }) => !isCovered);
    await replaceUnread(ctx, tx, recordKind, told);
    for (const [, same] of grouped(told)) {
      const [first] = same;
      if (!first) continue;
      const note = first.firstDueOn ? texts('vi').firstDue(formatDate(first.firstDueOn)) : null;
      const officerIds = same.map(({ officerId }) => officerId);
      const kind = noticeKindOf(first.kind, first.daysLate);
      tell(ctx, tx, { kind, recordKind, recordId: first.recordId, officerIds, note });
    }
    gather(tx.db, ledger, {
      tenantId: ctx.tenant.id,
      today: ctx.clock.today(),
      at: tx.now,
      recordKind,
      lines,
    });
    const runId = await countRun(ctx, tx, lines.length);
    await tx.audit({
      recordKind: 'reminder-run',
      recordId: runId,
      before: null,
      after: { on: ctx.clock.today(), reminders: lines.length },
    });
    return done(lines.length);
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

function grouped(told: readonly Line[]): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  for (const one of told) {
    const key = [one.recordId, noticeKindOf(one.kind, one.daysLate), one.firstDueOn].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}
