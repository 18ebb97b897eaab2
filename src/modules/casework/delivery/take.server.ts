import { sql } from 'kysely';
import type { Db } from '#platform/db/db.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Channel } from '../notice-choice/notice-choice.ts';
import { type DeliveryKind, leaseSeconds, lettersAtOnce } from './delivery.ts';
import { putOffWhileQuiet } from './put-off.server.ts';
import { enqueueSending } from './queue.server.ts';

/** A letter that one attempt has for itself. */
export interface Taken {
  readonly id: string;
  readonly officerId: Id<'officer'>;
  readonly kind: DeliveryKind;
  readonly queuedAt: Date;
  readonly attempts: number;
  readonly address: string | null;
  readonly subject: string | null;
  readonly body: string | null;
}

/**
 * Takes the letters whose turn it is for one worker alone, and marks them as being sent; the caller must commit before
 * anything goes out. Letters that an earlier worker had in its hands when it died are uncertain from now on: they may
 * have gone out. Empty where nothing is to be sent now; what waits for later has a job for that moment.
 */
export async function takeLetters(ctx: Ctx, channel: Channel, key: string): Promise<readonly Taken[]> {
  const db = writerOf(ctx);
  const now = ctx.clock.now();
  const state = await holdChannel(ctx, db, channel);
  const isMine = state.lease_key === key;
  if (!isMine && state.leased_until && state.leased_until > now) {
    await enqueueSending(db, ctx.tenant.id, channel, state.leased_until, 'after-lease');
    return [];
  }
  if (!isMine) await markLost(ctx, db, channel, now);
  const letters = (state.rests_until ?? now) > now ? [] : await pickAwake(ctx, db, channel, key);
  if (letters.length > 0) {
    const until = new Date(now.getTime() + leaseSeconds * 1_000);
    await setLease(ctx, db, channel, until, key);
    // Whatever happens to this worker, somebody looks after its letters then.
    await enqueueSending(db, ctx.tenant.id, channel, until, 'after-lease');
    return letters;
  }
  await setLease(ctx, db, channel, null, null);
  const next = await findNext(ctx, db, channel);
  if (next) {
    const from = Math.max(next.getTime(), state.rests_until?.getTime() ?? 0);
    await enqueueSending(db, ctx.tenant.id, channel, new Date(from), 'next');
  }
  return [];
}

/** Gives the way free, for whoever comes next; letters of other offices have their turn in between. */
export async function yieldTurn(ctx: Ctx, channel: Channel): Promise<void> {
  const db = writerOf(ctx);
  await setLease(ctx, db, channel, null, null);
  await enqueueSending(db, ctx.tenant.id, channel, ctx.clock.now(), 'next');
}

async function holdChannel(ctx: Ctx, db: Db, channel: Channel) {
  await db
    .insertInto('casework.channel_state')
    .values({ tenant_id: ctx.tenant.id, channel })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return db
    .selectFrom('casework.channel_state')
    .select(['leased_until', 'lease_key', 'rests_until'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('channel', '=', channel)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}

async function markLost(ctx: Ctx, db: Db, channel: Channel, now: Date): Promise<void> {
  await db
    .updateTable('casework.delivery')
    .set({ state: 'uncertain', trouble: 'interrupted', failed_at: now })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('channel', '=', channel)
    .where('state', '=', sql.lit('sending'))
    .execute();
}

/** The next letters whose readers do not want quiet now; the others wait until they may go out. */
async function pickAwake(ctx: Ctx, db: Db, channel: Channel, key: string): Promise<readonly Taken[]> {
  for (;;) {
    const picked = await pick(ctx, db, channel, key, ctx.clock.now());
    const isPutOff = await putOffWhileQuiet(ctx, db, picked);
    const letters = picked.filter(({ id }) => !isPutOff.has(id));
    if (letters.length > 0 || picked.length === 0) return letters;
  }
}

/** The state stands in the text, since the index of letters that wait is found by it. */
async function pick(ctx: Ctx, db: Db, channel: Channel, key: string, now: Date): Promise<readonly Taken[]> {
  const { rows } = await sql<
    Omit<Taken, 'officerId' | 'queuedAt'> & { officer_id: Id<'officer'>; queued_at: Date }
  >`
    update casework.delivery d set state = 'sending', sending_key = ${key}, sending_since = ${now}
    where d.tenant_id = ${ctx.tenant.id} and d.id in (
      select w.id from casework.delivery w
      where w.tenant_id = ${ctx.tenant.id} and w.channel = ${channel} and w.state = 'waiting' and w.next_at <= ${now}
      order by w.next_at, w.id limit ${lettersAtOnce})
    returning d.id, d.officer_id, d.kind, d.queued_at, d.attempts, d.address, d.subject, d.body`.execute(db);
  return rows.map(({ officer_id, queued_at, ...row }) => ({
    ...row,
    officerId: officer_id,
    queuedAt: queued_at,
  }));
}

async function findNext(ctx: Ctx, db: Db, channel: Channel): Promise<Date | undefined> {
  const row = await db
    .selectFrom('casework.delivery')
    .select('next_at')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('channel', '=', channel)
    .where('state', '=', sql.lit('waiting'))
    .orderBy('next_at')
    .limit(1)
    .executeTakeFirst();
  return row?.next_at;
}

async function setLease(
  ctx: Ctx,
  db: Db,
  channel: Channel,
  until: Date | null,
  key: string | null,
): Promise<void> {
  await db
    .updateTable('casework.channel_state')
    .set({ leased_until: until, lease_key: key })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('channel', '=', channel)
    .execute();
}

/** What a letter does on its way is no act of the office: it stands with the letter, not in the audit. */
export function writerOf(ctx: Ctx): Db {
  if (!ctx.writer) throw new Error('letters are sent in a writing step');
  return ctx.writer;
}
