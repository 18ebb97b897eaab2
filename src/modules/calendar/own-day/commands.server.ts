import type { PlainDate } from '#platform/clock/plain-date.ts';
import { type Act, act } from '#platform/db/act.ts';
import { newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { isWorkingDay } from '../working-day/working-day.ts';
import type { OwnDay } from './own-day.ts';
import * as policy from './policy.ts';
import { getOwnDay, loadOfficeCalendar } from './queries.server.ts';

type DayRefusal = 'off-already' | 'works-already' | 'set-already';

/**
 * Closes the office on a day, makes it work on another, or swaps the two. Refuses a closing day on which nobody works
 * anyway, a working day that is one, and a date that has its own day.
 */
export async function setOwnDays(
  ctx: Ctx,
  given: { offOn: PlainDate | undefined; workOn: PlainDate | undefined; reason: string },
): Promise<Outcome<undefined, DayRefusal>> {
  return act(ctx, 'calendar.own-day.set', async (tx) => {
    must(policy.set(ctx.actor));
    const calendar = await loadOfficeCalendar(ctx);
    if (given.offOn && !isWorkingDay(calendar, given.offOn)) return refused('off-already');
    if (given.workOn && isWorkingDay(calendar, given.workOn)) return refused('works-already');
    for (const [on, kind] of [
      [given.offOn, 'off'],
      [given.workOn, 'work'],
    ] as const) {
      if (on && !(await setOne(ctx, tx, { on, kind, reason: given.reason }))) return refused('set-already');
    }
    return done();
  });
}

/** Takes a day of the office back. */
export async function removeOwnDay(ctx: Ctx, dayId: string): Promise<Outcome<undefined, 'removed'>> {
  return act(ctx, 'calendar.own-day.remove', async (tx) => {
    must(policy.remove(ctx.actor));
    const day = await getOwnDay(ctx, dayId);
    if (day.isRemoved) return refused('removed');
    await setRemoved(ctx, tx, day, tx.now);
    return done();
  });
}

/** Makes a day of the office count again. Refuses when another stands on its date. */
export async function restoreOwnDay(
  ctx: Ctx,
  dayId: string,
): Promise<Outcome<undefined, 'not-removed' | 'set-already'>> {
  return act(ctx, 'calendar.own-day.restore', async (tx) => {
    must(policy.restore(ctx.actor));
    const day = await getOwnDay(ctx, dayId);
    if (!day.isRemoved) return refused('not-removed');
    const other = await tx.db
      .selectFrom('calendar.own_day')
      .select('id')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('on_date', '=', day.on)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    if (other) return refused('set-already');
    await setRemoved(ctx, tx, day, null);
    return done();
  });
}

/** False when the date has its own day already. */
async function setOne(ctx: Ctx, tx: Act, day: Pick<OwnDay, 'on' | 'kind' | 'reason'>): Promise<boolean> {
  const id = newId<'own-day'>();
  const made = await tx.db
    .insertInto('calendar.own_day')
    .values({
      tenant_id: ctx.tenant.id,
      id,
      on_date: day.on,
      kind: day.kind,
      reason: day.reason,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return false;
  await tx.audit({ recordKind: 'own-day', recordId: id, before: null, after: { ...day } });
  return true;
}

async function setRemoved(ctx: Ctx, tx: Act, day: OwnDay, at: Date | null): Promise<void> {
  await tx.db
    .updateTable('calendar.own_day')
    .set({ removed_at: at })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', day.id)
    .execute();
  const record = { kind: 'own-day', recordId: day.id };
  if (at === null) await tx.bringBack(record);
  else await tx.throwAway({ ...record, title: `${formatDate(day.on)} · ${day.reason}` });
  await tx.audit({
    recordKind: 'own-day',
    recordId: day.id,
    before: { removed: day.isRemoved },
    after: { removed: at !== null },
  });
}
