import type { ExpressionBuilder } from 'kysely';
import type { DB } from '#db/types.ts';
import type { Db } from '#platform/db/db.ts';
import type { Flash, Reply, SeeOtherReply } from './reply.ts';
import { seeOther } from './reply.ts';

/** One sending of one form by one person. */
export interface Sending {
  readonly tenantId: string;
  readonly accountId: string;
  readonly key: string;
  readonly digest: Buffer;
}

/**
 * Claims a sending inside the transaction that will do it. The answer of the first time comes back when the same form
 * with the same content has been done already; while it is being done elsewhere, this waits for its end.
 */
export async function claimSending(db: Db, sending: Sending, now: Date): Promise<SeeOtherReply | undefined> {
  const claimed = await db
    .insertInto('platform.sent_form')
    .values({ ...idOf(sending), sent_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('form_key')
    .executeTakeFirst();
  if (claimed) return undefined;
  const first = await rowOf(db, sending);
  return first?.location
    ? seeOther(first.location, (first.flash as unknown as Flash | null) ?? undefined)
    : undefined;
}

/**
 * Keeps the answer of a sending that was done, for when it is sent again; one that was refused is forgotten, so that it
 * can be tried again. Answers that set cookies or show something once are not kept: nobody could be given them twice.
 */
export async function settleSending(db: Db, sending: Sending, reply: Reply): Promise<void> {
  if (isDone(reply) && !reply.cookies) {
    await db
      .updateTable('platform.sent_form')
      .set({ location: reply.to, flash: reply.flash ? JSON.stringify(reply.flash) : null })
      .where(isThis(sending))
      .execute();
  } else await db.deleteFrom('platform.sent_form').where(isThis(sending)).execute();
}

/** Whether a sending was done: it leads on to another page, and not with a refusal. */
export function isDone(reply: Reply): reply is SeeOtherReply {
  return reply.kind === 'see-other' && reply.flash?.tone !== 'late';
}

function rowOf(db: Db, sending: Sending) {
  return db
    .selectFrom('platform.sent_form')
    .select(['location', 'flash'])
    .where(isThis(sending))
    .executeTakeFirst();
}

function isThis(sending: Sending) {
  return (where: ExpressionBuilder<DB, 'platform.sent_form'>) => where.and(idOf(sending));
}

function idOf(sending: Sending) {
  return {
    tenant_id: sending.tenantId,
    account_id: sending.accountId,
    form_key: sending.key,
    digest: sending.digest,
  };
}
