import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { defineJob, type Job, type OpenStep } from '#platform/jobs/job.ts';
import type { Sender } from '#platform/messaging/sender.ts';
import { type Channel, channels } from '../notice-choice/notice-choice.ts';
import { composeLetters, type LetterParts } from './compose.server.ts';
import { lettersInTurn } from './delivery.ts';
import { noteRound, type Outcome } from './note-handing.server.ts';
import { sendJobName } from './queue.server.ts';
import { takeReceipts } from './receipts.server.ts';
import { routeNotices } from './route.server.ts';
import { routeJobName } from './route-later.server.ts';
import { takeLetters, yieldTurn } from './take.server.ts';
import { openWay, openWays } from './ways.server.ts';

/** The jobs that make letters of what people were told, and send them. */
export function deliveryJobs(parts: LetterParts): readonly Job<unknown>[] {
  return [routeJob(parts), sendJob(parts)];
}

/** Makes letters of notices, in a transaction after the one that told them: no act waits for it. */
function routeJob({ sources }: LetterParts): Job<unknown> {
  return defineJob({
    name: routeJobName,
    payload: z.object({ notices: z.array(z.object({ id: z.uuid(), at: z.iso.datetime() })).max(1_000) }),
    actorName: 'delivery',
    grants: [],
    run: async (open, { notices }) => {
      await open('write', async (ctx) => {
        await routeNotices(ctx, sources, await openWays(ctx), notices);
      });
    },
  });
}

/**
 * Sends what waits for one way, round by round: take some letters and commit, write and send them outside of any
 * transaction, note how each came out. A worker that is killed in between leaves its round uncertain, never to be sent
 * twice by itself; one that is asked to end notes its round first.
 */
function sendJob(parts: LetterParts): Job<unknown> {
  return defineJob({
    name: sendJobName,
    payload: z.object({ channel: z.enum(channels) }),
    actorName: 'delivery',
    grants: [],
    run: async (open, { channel }, { senders, baseUrl }) => {
      const sender = await openWay(open, senders, channel);
      // A way that is not set up any more keeps what waits for it.
      if (!sender) return;
      const key = randomUUID();
      for (let sent = 0; sent < lettersInTurn; ) {
        const count = await sendRound(open, parts, { channel, sender, baseUrl, key });
        if (count === 0) return;
        sent += count;
      }
      await open('write', (ctx) => yieldTurn(ctx, channel));
    },
  });
}

/** Sends what waits for one way at once instead of in the background, for set-up: `open` acts as anybody. */
export async function sendNow(open: OpenStep, parts: LetterParts, way: Omit<Round, 'key'>): Promise<void> {
  const round = { ...way, key: randomUUID() };
  while ((await sendRound(open, parts, round)) > 0);
}

interface Round {
  readonly channel: Channel;
  readonly sender: Pick<Sender, 'send' | 'receipts'>;
  readonly baseUrl: string;
  readonly key: string;
}

/** Sends one round; gives how many letters it had. */
async function sendRound(open: OpenStep, parts: LetterParts, round: Round): Promise<number> {
  const { channel, sender, baseUrl, key } = round;
  const letters = await open('write', async (ctx) => {
    if (sender.receipts) await takeReceipts(ctx, channel, sender.receipts);
    return takeLetters(ctx, channel, key);
  });
  if (letters.length === 0) return 0;
  const composed = await open('read', (ctx) => composeLetters(ctx, parts, channel, baseUrl, letters));
  const outcomes = await Promise.all(
    composed.map(
      async (one): Promise<Outcome> =>
        'out' in one ? { letter: one.letter, handed: await sender.send(one.out) } : one,
    ),
  );
  await open('write', (ctx) => noteRound(ctx, channel, key, outcomes), 'at-the-end-too');
  return letters.length;
}
