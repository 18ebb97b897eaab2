import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** An event is taken in only within this of its own moment, so that one that was overheard is of no use later. */
const freshMs = 10 * 60_000;

/** What we read of an event of Zalo; everything else in it is let be. */
const event = z.object({
  app_id: z.string(),
  event_name: z.string().max(60),
  timestamp: z.string().regex(/^\d{10,16}$/),
  sender: z.object({ id: z.string().max(60) }).optional(),
  follower: z.object({ id: z.string().max(60) }).optional(),
  recipient: z.object({ id: z.string().max(60) }).optional(),
  message: z
    .object({
      text: z.string().max(4_000).optional(),
      msg_id: z.string().max(100).optional(),
      msg_ids: z.array(z.string().max(100)).max(100).optional(),
    })
    .optional(),
});
export type ZaloEvent = z.infer<typeof event>;

/**
 * Reads an event that Zalo sent: signed with the secret of this account over exactly these bytes, and of now. Undefined
 * for everything else, whatever is wrong with it.
 */
export function readZaloEvent(
  account: { readonly appId: string; readonly oaSecret: string },
  body: string,
  signature: string,
  now: Date,
): ZaloEvent | undefined {
  const given = parsed(body);
  if (given === undefined) return undefined;
  const { timestamp } = given;
  const expected = createHash('sha256')
    .update(account.appId + body + timestamp + account.oaSecret)
    .digest();
  const shown = Buffer.from(/^(?:mac=)?([0-9a-f]{64})$/i.exec(signature)?.[1] ?? '', 'hex');
  if (shown.length !== expected.length || !timingSafeEqual(shown, expected)) return undefined;
  const at = Number(timestamp) * (timestamp.length <= 10 ? 1_000 : 1);
  if (given.app_id !== account.appId || Math.abs(now.getTime() - at) > freshMs) return undefined;
  return given;
}

function parsed(body: string): ZaloEvent | undefined {
  try {
    return event.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}
