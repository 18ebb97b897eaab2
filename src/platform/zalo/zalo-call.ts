import { z } from 'zod';
import type { Handed } from '../messaging/sender.ts';

const timeoutMs = 15_000;
const mostAnswerBytes = 64 * 1024;

/** An answer that was read, or how far the question came. */
export type Answered = { readonly answer: unknown } | { readonly handed: Handed };

/** These say that no connection came about, so that nothing was sent. */
const notConnected =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CONNECT_TIMEOUT|CERT|TLS|SIGNED/;

/** Asks Zalo once; never throws. Whether a question without an answer was understood nobody knows. */
export async function askZalo(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<Answered> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    if (response.status === 429 || response.status === 503)
      return {
        handed: { came: 'passing', trouble: 'busy', ofAll: true, detail: String(response.status) },
      };
    if (response.status >= 500 || text.length > mostAnswerBytes)
      return { handed: { came: 'unknown', trouble: 'bad-answer' } };
    return { answer: JSON.parse(text) as unknown };
  } catch (error) {
    const cause = (error as Error).cause as { code?: string } | undefined;
    const isUnsent = notConnected.test(cause?.code ?? '');
    return {
      handed: isUnsent
        ? { came: 'passing', trouble: 'no-connection', ofAll: true, detail: cause?.code ?? '' }
        : { came: 'unknown', trouble: 'lost-in-between' },
    };
  }
}

/** What Zalo answers to a message: an error of zero, or a negative one. */
export const messageAnswer = z.object({
  error: z.coerce.number().int(),
  data: z.object({ message_id: z.string().optional(), msg_id: z.string().optional() }).nullish().catch(null),
});

/** What it answers to a refresh token: numbers come as texts. */
export const tokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.coerce.number().int().positive(),
});
