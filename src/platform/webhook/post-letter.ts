import http from 'node:http';
import https from 'node:https';
import { type AddressTrouble, type CheckedAddress, checkReceiver, type Resolve } from './receiver-address.ts';

/** How an attempt ended: accepted, or with a status or a code that says what was in the way. */
export interface Attempt {
  readonly isAccepted: boolean;
  readonly status: number | null;
  readonly trouble: AddressTrouble | 'timeout' | 'redirect' | 'refused' | 'broken' | 'tls' | null;
  /** For how long a receiver that declined asks to be left alone (Retry-After). */
  readonly retryAfterSeconds: number | null;
}

const timeoutMs = 15_000;
/** No more of an answer is read; what it says matters to nobody. */
const mostAnswerBytes = 16 * 1024;

/**
 * Sends a letter once. Whatever the other side does (hang, redirect, answer without end, close in between), this ends
 * within fifteen seconds and never throws. Only a status from 200 to 299 counts; a redirect is not followed.
 */
export async function postLetter(
  to: string,
  letter: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  options: {
    readonly internalHosts: readonly string[];
    readonly timeoutMs?: number;
    readonly resolve?: Resolve;
  },
): Promise<Attempt> {
  const checked = await checkReceiver(to, options.internalHosts, options.resolve);
  if (typeof checked === 'string') return unanswered(checked);
  return new Promise((resolve) => {
    const request = open(checked, letter, options.timeoutMs ?? timeoutMs);
    request.on('response', (response) => {
      const status = response.statusCode ?? 0;
      const isAccepted = status >= 200 && status < 300;
      const trouble = isAccepted ? null : status >= 300 && status < 400 ? 'redirect' : 'refused';
      const retryAfterSeconds = isAccepted ? null : secondsOf(response.headers['retry-after'], Date.now());
      const end = () => resolve({ isAccepted, status, trouble, retryAfterSeconds });
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.byteLength;
        if (size > mostAnswerBytes) {
          end();
          request.destroy();
        }
      });
      response.on('end', end);
      response.on('error', end);
      // An answer that breaks off has said its status; one that never ends is cut by the timeout, and does not count.
      response.on('close', end);
    });
    request.on('error', (error) => resolve(unanswered(troubleOf(error))));
    request.end(letter.body);
  });
}

function open(
  { url, address, family }: CheckedAddress,
  letter: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  ms: number,
): http.ClientRequest {
  const send = url.protocol === 'https:' ? https.request : http.request;
  return send(url, {
    method: 'POST',
    agent: false,
    signal: AbortSignal.timeout(ms),
    headers: {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(letter.body)),
      'user-agent': 'SauRo-Webhook/1',
      ...letter.headers,
    },
    lookup: (_host, options, done) => {
      if (options.all) done(null, [{ address, family }]);
      else done(null, address, family);
    },
  });
}

/** An attempt that got no answer. */
function unanswered(trouble: Attempt['trouble']): Attempt {
  return { isAccepted: false, status: null, trouble, retryAfterSeconds: null };
}

/** Retry-After in seconds, or as a moment (RFC 9110 10.2.3); null where it says neither. */
function secondsOf(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1_000));
}

function troubleOf(error: Error & { code?: string }): Attempt['trouble'] {
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timeout';
  return /CERT|TLS|SSL|SIGNED/.test(error.code ?? '') ? 'tls' : 'broken';
}
