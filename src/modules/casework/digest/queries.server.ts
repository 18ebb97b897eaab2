import { type SqlBool, sql } from 'kysely';
import { isWorkingDay, loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { type PlainDate, plainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { effectiveChoices } from '../notice-choice/effective.server.ts';
import { momentAt } from '../notice-choice/quiet-hours.ts';
import { type Digest, digestChannels, isDue, type WrittenPart } from './digest.ts';
import * as policy from './policy.ts';

/** The SQL twin of `policy.read`: the letters (aliased `d`) of this person. */
export function visibleTo(actor: Actor) {
  return policy.read(actor).allowed ? sql<SqlBool>`d.officer_id = ${actor.officerId}` : sql<SqlBool>`false`;
}

/** The officers whose hour has come and who have no letter of today yet; nobody on a day off or after the morning. */
export async function listDueOfficers(ctx: Ctx): Promise<Id<'officer'>[]> {
  const today = ctx.clock.today();
  if (!isWorkingDay(await loadOfficeCalendar(ctx), today)) return [];
  const { rows } = await sql<{ id: Id<'officer'> }>`
    select o.id from directory.published_officer o
    where o.tenant_id = ${ctx.tenant.id} and o.ended_on is null
      and not exists (select from casework.digest d
        where d.tenant_id = o.tenant_id and d.officer_id = o.id and d.on_date = ${today})
    order by o.id`.execute(ctx.db);
  const choices = await effectiveChoices(
    ctx.db,
    ctx.tenant.id,
    rows.map((row) => row.id),
  );
  const time = timeOf(ctx.clock.now(), today);
  return rows.flatMap(({ id }) => {
    const choice = choices.get(id);
    return choice && isDue(choice, time) && digestChannels(choice).length > 0 ? [id] : [];
  });
}

/** The time of the day, 'HH:MM' on the office's clock. */
function timeOf(now: Date, today: PlainDate): string {
  const minutes = Math.floor((now.getTime() - momentAt(today, '00:00').getTime()) / 60_000);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Days on which this person got a letter, the latest first. */
export async function listDigestDays(ctx: Ctx): Promise<PlainDate[]> {
  const rows = await ctx.db
    .selectFrom('casework.digest as d')
    .select('d.on_date')
    .distinct()
    .where('d.tenant_id', '=', ctx.tenant.id)
    .where(visibleTo(ctx.actor))
    .where(sql<SqlBool>`jsonb_array_length(d.parts) > 0`)
    .orderBy('d.on_date', 'desc')
    .limit(60)
    .execute();
  return rows.map((row) => plainDate(row.on_date));
}

/** What this person's letters of a day said, one for each way. `NotFound` where there was none. */
export async function getDigests(ctx: Ctx, day: PlainDate): Promise<Digest[]> {
  const rows = await ctx.db
    .selectFrom('casework.digest as d')
    .select(['d.on_date', 'd.channel', 'd.made_at', 'd.parts'])
    .where('d.tenant_id', '=', ctx.tenant.id)
    .where(visibleTo(ctx.actor))
    .where('d.on_date', '=', day)
    .where(sql<SqlBool>`jsonb_array_length(d.parts) > 0`)
    .orderBy('d.channel')
    .execute();
  if (rows.length === 0) throw new NotFound();
  return rows.map((row) => ({
    onDate: row.on_date,
    channel: row.channel as Digest['channel'],
    madeAt: row.made_at,
    parts: row.parts as unknown as readonly WrittenPart[],
  }));
}
