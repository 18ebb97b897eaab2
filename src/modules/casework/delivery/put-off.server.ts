import { sql } from 'kysely';
import { isWorkingDay, loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import type { Db } from '#platform/db/db.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { effectiveChoices } from '../notice-choice/effective.server.ts';
import { mayGoOutAt } from '../notice-choice/quiet-hours.ts';
import type { Taken } from './take.server.ts';

/**
 * Puts letters off that would go out in the quiet hours of their readers, and gives their ids: a way that was closed may
 * be open again at night. What a person asked for is not, nor the
 * letter of a morning whose hour its reader set within the quiet ones.
 */
export async function putOffWhileQuiet(
  ctx: Ctx,
  db: Db,
  letters: readonly Taken[],
): Promise<ReadonlySet<string>> {
  const bound = letters.filter(({ kind }) => kind === 'notices' || kind === 'digest');
  if (bound.length === 0) return new Set();
  const now = ctx.clock.now();
  const choices = await effectiveChoices(ctx.db, ctx.tenant.id, [
    ...new Set(bound.map(({ officerId }) => officerId)),
  ]);
  const calendar = await loadOfficeCalendar(ctx);
  const putOff = bound.flatMap(({ id, kind, officerId, queuedAt }) => {
    const choice = choices.get(officerId);
    if (!choice) return [];
    const goesOutAt = (at: Date) => mayGoOutAt(choice, at, (day) => isWorkingDay(calendar, day));
    const isOwnHour = kind === 'digest' && goesOutAt(queuedAt) > queuedAt;
    const nextAt = goesOutAt(now);
    return nextAt > now && !isOwnHour ? [{ id, next_at: nextAt }] : [];
  });
  if (putOff.length > 0) {
    await sql`
      update casework.delivery d set state = 'waiting', sending_key = null, sending_since = null, next_at = o.next_at
      from jsonb_to_recordset(${JSON.stringify(putOff)}::jsonb) as o(id uuid, next_at timestamptz)
      where d.tenant_id = ${ctx.tenant.id} and d.id = o.id`.execute(db);
  }
  return new Set(putOff.map(({ id }) => id));
}
