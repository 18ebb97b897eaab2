import { sql } from 'kysely';
import type { Handed, Trouble } from '#platform/messaging/sender.ts';
import { letterCount } from '#platform/metrics/metrics.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Channel } from '../notice-choice/notice-choice.ts';
import { type After, afterHanding, restsUntil } from './delivery.ts';
import { type Taken, writerOf } from './take.server.ts';

/** A letter that was not handed over at all. */
type Untried =
  | { readonly came: 'dropped'; readonly trouble: Trouble }
  | { readonly came: 'failed'; readonly trouble: Trouble };

/** How one letter came out: handed over, or not even tried. */
export interface Outcome {
  readonly letter: Taken;
  readonly handed: Handed | Untried;
}

/**
 * Notes in one statement how a round of letters came out, and how the way itself does: when it was closed to one of
 * them and open to none, all that waits rests. What was meant for a letter stays away from it once nobody needs it.
 */
export async function noteRound(
  ctx: Ctx,
  channel: Channel,
  key: string,
  outcomes: readonly Outcome[],
): Promise<void> {
  const db = writerOf(ctx);
  const now = ctx.clock.now();
  const rows = outcomes.map(({ letter, handed }) => ({ letter, handed, after: after(letter, handed, now) }));
  for (const { after: became } of rows) letterCount.inc({ channel, outcome: became.state });
  await sql`
    update casework.delivery d set state = o.state, attempts = o.attempts, next_at = o.next_at, trouble = o.trouble,
      provider_id = o.provider_id, sending_key = null, sending_since = null,
      sent_at = case when o.state = 'sent' then ${now}::timestamptz end,
      failed_at = case when o.state in ('failed', 'uncertain') then ${now}::timestamptz end,
      subject = case when o.state in ('sent', 'dropped') then null else d.subject end,
      body = case when o.state in ('sent', 'dropped') then null else d.body end,
      address = case when o.state in ('sent', 'dropped') then null else d.address end
    from jsonb_to_recordset(${JSON.stringify(
      rows.map(({ letter, after: became }) => ({
        id: letter.id,
        state: became.state,
        attempts: became.attempts,
        next_at: became.nextAt,
        trouble: became.trouble,
        provider_id: became.providerId,
      })),
    )}::jsonb) as o(id uuid, state text, attempts integer, next_at timestamptz, trouble text, provider_id text)
    where d.tenant_id = ${ctx.tenant.id} and d.id = o.id and d.sending_key = ${key}
      and d.state in ('sending', 'uncertain')`.execute(db);
  await noteChannel(ctx, channel, outcomes, now);
}

function after(letter: Taken, handed: Outcome['handed'], now: Date): After {
  if (handed.came === 'dropped' || handed.came === 'failed') {
    const { attempts } = letter;
    return { state: handed.came, attempts, nextAt: now, trouble: handed.trouble, providerId: null };
  }
  return afterHanding(letter.attempts, handed, now);
}

async function noteChannel(
  ctx: Ctx,
  channel: Channel,
  outcomes: readonly Outcome[],
  now: Date,
): Promise<void> {
  const db = writerOf(ctx);
  // Who says no to a letter is there, and so is who takes it.
  const isOpen = outcomes.some(({ handed }) => handed.came === 'accepted' || handed.came === 'declined');
  const closed = outcomes.map(({ handed }) => handed).find((one) => one.came === 'passing' && one.ofAll);
  if (!isOpen && !closed) return;
  const state = db
    .updateTable('casework.channel_state')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('channel', '=', channel);
  if (isOpen) {
    const isSent = outcomes.some(({ handed }) => handed.came === 'accepted');
    await state
      .set({ failing_since: null, failed_in_row: 0, rests_until: null, trouble: null })
      .$if(isSent, (query) => query.set({ last_sent_at: now }))
      .execute();
    return;
  }
  const { failed_in_row: failedBefore } = await db
    .selectFrom('casework.channel_state')
    .select('failed_in_row')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('channel', '=', channel)
    .executeTakeFirstOrThrow();
  const trouble = closed && 'trouble' in closed ? closed.trouble : null;
  await state
    .set({
      failing_since: sql<Date>`coalesce(failing_since, ${now}::timestamptz)`,
      failed_in_row: failedBefore + 1,
      rests_until: restsUntil(failedBefore + 1, now),
      trouble,
    })
    .execute();
}
