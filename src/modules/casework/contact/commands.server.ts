import { timingSafeEqual } from 'node:crypto';
import { type Act, act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import { codeMinutes } from '../delivery/delivery.ts';
import { queueLetters } from '../delivery/queue.server.ts';
import type { Channel } from '../notice-choice/notice-choice.ts';
import { hashCode, newCode, newLinkCode } from './code.server.ts';
import { maskAddress, mostTries } from './contact.ts';
import * as policy from './policy.ts';
import { texts } from './texts.ts';

/**
 * Names where the person is reached and sends a code there; the address counts once the code has come back. What was
 * confirmed before for this way counts no more. Needs a fresh proof. Throws `TooMany` after a few codes in an hour.
 */
export async function nameContact(
  ctx: Ctx,
  channel: 'mail' | 'sms',
  address: string,
): Promise<Outcome<undefined, never>> {
  must(policy.lookAfterOwn(ctx.actor));
  must(proven(ctx));
  await ctx.throttle.count('contact-code', `${ctx.tenant.id} ${ctx.actor.officerId}`);
  const code = newCode();
  const t = texts(ctx.lang);
  return act<undefined, never>(ctx, 'casework.contact.name', async (tx) => {
    const officerId = ownId(ctx);
    const before = await findOwn(ctx, channel);
    await keepCode(tx, ctx, channel, code, address);
    await queueLetters(tx.db, ctx.tenant.id, tx.now, [
      {
        officerId,
        channel,
        kind: 'code',
        address,
        words: { subject: t.codeSubject(code), text: t.codeText(code, String(codeMinutes)) },
        notBefore: tx.now,
        dedupeKey: `code ${newId()}`,
      },
    ]);
    await audit(tx, ctx, channel, before?.address ?? null, address);
    return done(undefined);
  });
}

/** Makes a code by which the person links a Zalo account, by writing it to the account of the office. */
export async function beginZaloLink(ctx: Ctx): Promise<Outcome<string, never>> {
  must(policy.lookAfterOwn(ctx.actor));
  must(proven(ctx));
  await ctx.throttle.count('contact-code', `${ctx.tenant.id} ${ctx.actor.officerId}`);
  const code = newLinkCode();
  return act<string, never>(ctx, 'casework.contact.name', async (tx) => {
    const before = await findOwn(ctx, 'zalo');
    await keepCode(tx, ctx, 'zalo', code, null);
    await audit(tx, ctx, 'zalo', before?.address ?? null, null);
    return done(code);
  });
}

/** Confirms an address by the code that went there. Refuses a wrong code, one that is too old, and too many tries. */
export async function confirmContact(
  ctx: Ctx,
  channel: 'mail' | 'sms',
  code: string,
): Promise<Outcome<undefined, 'code-wrong' | 'code-old'>> {
  must(policy.lookAfterOwn(ctx.actor));
  // Counted apart from the transaction, so that many tries at once find no gap.
  await ctx.throttle.count('contact-try', `${ctx.tenant.id} ${ctx.actor.officerId}`);
  const row = await findOwn(ctx, channel);
  const isOpen =
    row?.code_hash &&
    row.code_expires_at &&
    row.code_expires_at > ctx.clock.now() &&
    row.code_tries < mostTries;
  if (!isOpen || !row.code_hash) return refused('code-old');
  if (!timingSafeEqual(row.code_hash, hashCode(ctx.tenant.id, code))) {
    await countTry(ctx, channel);
    return refused('code-wrong');
  }
  return act(ctx, 'casework.contact.confirm', async (tx) => {
    await tx.db
      .updateTable('casework.contact')
      .set({ confirmed_at: tx.now, code_hash: null, code_expires_at: null, code_tries: 0 })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('officer_id', '=', ctx.actor.officerId)
      .where('channel', '=', channel)
      .execute();
    await audit(tx, ctx, channel, row.address, row.address, true);
    return done(undefined);
  });
}

/** Takes an address away: nothing goes there any more. Needs a fresh proof. */
export async function removeContact(
  ctx: Ctx,
  channel: Channel,
): Promise<Outcome<undefined, 'nothing-there'>> {
  return act(ctx, 'casework.contact.remove', async (tx) => {
    must(policy.lookAfterOwn(ctx.actor));
    must(proven(ctx));
    const before = await findOwn(ctx, channel);
    if (!before) return refused('nothing-there');
    await tx.db
      .deleteFrom('casework.contact')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('officer_id', '=', ctx.actor.officerId)
      .where('channel', '=', channel)
      .execute();
    await audit(tx, ctx, channel, before.address, null);
    return done(undefined);
  });
}

function findOwn(ctx: Ctx, channel: Channel) {
  return ctx.db
    .selectFrom('casework.contact')
    .select(['address', 'code_hash', 'code_expires_at', 'code_tries'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('officer_id', '=', ctx.actor.officerId)
    .where('channel', '=', channel)
    .executeTakeFirst();
}

async function keepCode(
  tx: Act,
  ctx: Ctx,
  channel: Channel,
  code: string,
  address: string | null,
): Promise<void> {
  const kept = {
    address,
    confirmed_at: null,
    code_hash: hashCode(ctx.tenant.id, code),
    code_expires_at: new Date(tx.now.getTime() + codeMinutes * 60_000),
    code_tries: 0,
    named_at: tx.now,
  };
  await tx.db
    .insertInto('casework.contact')
    .values({ tenant_id: ctx.tenant.id, officer_id: ownId(ctx), channel, ...kept })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'officer_id', 'channel']).doUpdateSet(kept))
    .execute();
}

/** A wrong try counts whatever becomes of the request. */
async function countTry(ctx: Ctx, channel: Channel): Promise<void> {
  await ctx.writer
    ?.updateTable('casework.contact')
    .set((eb) => ({ code_tries: eb('code_tries', '+', 1) }))
    .where('tenant_id', '=', ctx.tenant.id)
    .where('officer_id', '=', ctx.actor.officerId)
    .where('channel', '=', channel)
    .execute();
}

/** The audit says that an address changed and which, as far as its owner needs to know it again. */
async function audit(
  tx: Act,
  ctx: Ctx,
  channel: Channel,
  before: string | null,
  after: string | null,
  isConfirmed = false,
): Promise<void> {
  const shown = (address: string | null) => address && maskAddress(channel, address);
  await tx.audit({
    recordKind: 'officer',
    recordId: ownId(ctx),
    before: { channel, contact: shown(before), isConfirmed: false },
    after: { channel, contact: shown(after), isConfirmed },
  });
}

function ownId(ctx: Ctx): Id<'officer'> {
  if (ctx.actor.officerId === null) throw new Error('a contact is of an officer');
  return ctx.actor.officerId;
}
