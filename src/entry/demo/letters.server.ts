import { sql } from 'kysely';
import {
  confirmContact,
  nameContact,
  routeNotices,
  sendAgain,
  sendNow,
  tryChannel,
} from '#modules/casework/index.server.ts';
import type { StandingTenant } from '#modules/directory/tenant/fixtures.ts';
import { letterParts, readNotice } from '#modules/workbench/index.server.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { newId } from '#platform/db/id.ts';
import { systemActor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { DemoCommune } from './people.ts';
import type { DemoPost } from './post.ts';
import { lastMornings } from './mornings.ts';

/** By which the demo tells whether this was loaded. */
export const namingAddresses = 'casework.contact.confirm';
export const sendingLetters = 'casework.delivery.try';

/** Who gets letters; the addresses are of a domain that can never be anybody's. */
const reached = ['daumoi', 'lanhdao', 'truongphong', 'chuyenvien', 'motcua', 'quantri'] as const;
const addressOf = (commune: DemoCommune, part: string) => `${part}@${commune.slug}.example`;
const phone = '+84900000001';
/** What a person does is not hurried here: the demo is loaded in one go. */
const unhurried = { count: () => Promise.resolve(), forget: () => Promise.resolve() };

/**
 * Has people of the commune name where they are reached, and confirm it by the code that went there. All in the
 * transaction of `ctx`.
 */
export async function nameAddresses(
  ctx: Ctx,
  standing: StandingTenant,
  commune: DemoCommune,
  post: DemoPost,
): Promise<void> {
  const session = { id: newId<'session'>(), provenAt: ctx.clock.now() };
  const name = async (part: string, channel: 'mail' | 'sms', address: string) => {
    const own = { ...personOf(ctx, standing, commune, part), session, throttle: unhurried };
    await nameContact(own, channel, address);
    await send(ctx, channel, post);
    const confirmed = await confirmContact(own, channel, post.codeFor(address));
    if (!confirmed.ok) throw new Error(`the address of ${part} was not confirmed: ${confirmed.code}`);
  };
  for (const part of reached) await name(part, 'mail', addressOf(commune, part));
  await name('lanhdao', 'sms', phone);
}

/**
 * Sends what the last mornings have told, at the times at which it would have gone out: letters that arrive, one that has
 * to come again, one whose mailbox is gone and that is sent again once it is mended. Nothing leaves the machine: `post`
 * takes it. All in the transaction of `ctx`.
 */
export async function sendLetters(
  ctx: Ctx,
  standing: StandingTenant,
  commune: DemoCommune,
  post: DemoPost,
): Promise<void> {
  const ways = { ...ctx, senders: post.senders };
  const morning = await reminderMorning(ctx);
  for (const day of await lastMornings(ctx)) await sendAt(ctx, day, '08:01', post);
  if (morning) {
    await routeNotices(at(ways, morning, '04:30'), letterParts.sources, ['mail', 'sms'], await told(ctx));
    const gone = addressOf(commune, 'motcua');
    post.close(gone);
    post.beBusyOnce(addressOf(commune, 'truongphong'));
    for (const time of ['06:31', '06:33', '06:48', '08:50']) await sendAt(ctx, morning, time, post);
    post.mend(gone);
    await open(ctx, standing, commune, morning);
    await sendFailedAgain(ctx, standing, commune, morning);
    await sendAt(ctx, morning, '09:10', post);
  }
  const tried = await tryChannel({ ...personOf(ways, standing, commune, 'quantri') }, 'mail');
  if (!tried.ok) throw new Error(`the trial letter of the demo was refused: ${tried.code}`);
  await send(ctx, 'mail', post);
}

/** The heads open what they were told over breakfast, where that is past. */
async function open(ctx: Ctx, standing: StandingTenant, commune: DemoCommune, day: PlainDate): Promise<void> {
  const then = at(ctx, day, '07:20');
  if (then.clock.now() > ctx.clock.now()) return;
  for (const part of ['lanhdao', 'truongphong']) {
    const own = personOf(then, standing, commune, part);
    const { rows } = await sql<{ id: string }>`
      select id from casework.notice where tenant_id = ${ctx.tenant.id} and officer_id = ${own.actor.officerId}
        and read_at is null and (kind like 'escalated-%' or kind like 'reminded-%')
      order by at, id limit 2`.execute(ctx.db);
    for (const { id } of rows) await readNotice(own, id);
  }
}

/** The administrator has one of the letters that were given up sent again, and leaves the others. */
async function sendFailedAgain(
  ctx: Ctx,
  standing: StandingTenant,
  commune: DemoCommune,
  day: PlainDate,
): Promise<void> {
  const then = at(ctx, day, '09:05');
  if (then.clock.now() > ctx.clock.now()) return;
  const { rows } = await sql<{ id: string }>`
    select id from casework.delivery where tenant_id = ${ctx.tenant.id} and state = 'failed'
    order by queued_at, id`.execute(ctx.db);
  const [first, ...others] = rows;
  if (first && others.length > 0) await sendAgain(personOf(then, standing, commune, 'quantri'), first.id);
}

/** The day of the last round of reminders. */
async function reminderMorning(ctx: Ctx): Promise<PlainDate | null> {
  const { rows } = await sql<{ day: PlainDate | null }>`
    select max(on_date) as day from casework.reminder_run where tenant_id = ${ctx.tenant.id}`.execute(ctx.db);
  return rows[0]?.day ?? null;
}

async function told(ctx: Ctx): Promise<{ id: string; at: string }[]> {
  const { rows } = await sql<{ id: string; at: Date }>`
    select id, at from casework.notice where tenant_id = ${ctx.tenant.id} and read_at is null
    order by at, id limit 500`.execute(ctx.db);
  return rows.map((row) => ({ id: row.id, at: row.at.toISOString() }));
}

/** Sends what waits then; nothing where that is still to come. */
async function sendAt(ctx: Ctx, day: PlainDate, time: string, post: DemoPost): Promise<void> {
  const then = at(ctx, day, time);
  if (then.clock.now() > ctx.clock.now()) return;
  for (const channel of ['mail', 'sms'] as const) await send(then, channel, post);
}

async function send(ctx: Ctx, channel: 'mail' | 'sms', post: DemoPost): Promise<void> {
  const sender = post.senders[channel];
  const own = { ...ctx, actor: systemActor('delivery', []) };
  await sendNow((_mode, work) => work(own), letterParts, { channel, sender, baseUrl: '' });
}

function at(ctx: Ctx, day: PlainDate, time: string): Ctx {
  return { ...ctx, clock: fixedClock(`${day}T${time}:00+07:00`) };
}

function personOf(ctx: Ctx, standing: StandingTenant, commune: DemoCommune, part: string): Ctx {
  const actor = standing.people.get(`${commune.key}.${part}`);
  if (!actor) throw new Error(`nobody is ${part} of ${commune.key}`);
  return { ...ctx, actor };
}
