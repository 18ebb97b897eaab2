import { z } from 'zod';
import { defineJob, type OpenStep } from '#platform/jobs/job.ts';
import { deliverJobName, enqueueDelivery } from '#platform/webhook/announce.server.ts';
import { postLetter } from '#platform/webhook/post-letter.ts';
import { signedHeaders } from '#platform/webhook/signature.ts';
import { dropOldLetters, noteAttempt, takeTurn } from './deliver.server.ts';

/** So many letters a job sends before others have their turn. */
const lettersAtOnce = 50;

/**
 * Sends what waits for one address, in its order: take the turn, send outside of any transaction, note how it went. A
 * worker that is killed in between leaves the letter waiting, and it is sent again under the same id.
 */
export const deliverJob = defineJob({
  name: deliverJobName,
  payload: z.object({ webhookId: z.uuid() }),
  actorName: 'webhook',
  grants: ['directory.webhook.create', 'directory.webhook.pause'],
  run: async (open, { webhookId }, { internalHosts = [] }) => {
    let sent = 0;
    while (sent < lettersAtOnce && (await sendNext(open, webhookId, internalHosts))) sent += 1;
    // Many acts at once leave a job each, and the first of these sends what all of them left.
    if (sent === 0) return;
    const isEmpty = sent < lettersAtOnce;
    await open('write', async (ctx) => {
      await dropOldLetters(ctx, webhookId);
      if (!isEmpty && ctx.writer) await enqueueDelivery(ctx.writer, ctx.tenant.id, webhookId);
    });
  },
});

/** Sends the letter whose turn it is; false where there is none now. */
async function sendNext(
  open: OpenStep,
  webhookId: string,
  internalHosts: readonly string[],
): Promise<boolean> {
  const taken = await open('write', async (ctx) => {
    const turn = await takeTurn(ctx, webhookId);
    return turn && { turn, now: ctx.clock.now() };
  });
  if (!taken) return false;
  const { turn, now } = taken;
  const headers = signedHeaders(turn, turn.secrets, now);
  const attempt = await postLetter(turn.url, { headers, body: turn.body }, { internalHosts });
  await open('write', (ctx) => noteAttempt(ctx, webhookId, turn.id, attempt));
  return true;
}
