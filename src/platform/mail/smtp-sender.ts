import { Readable } from 'node:stream';
import pLimit from 'p-limit';
import MailComposer from 'nodemailer/lib/mail-composer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { pace } from '../messaging/pace.ts';
import type { Handed, Outgoing, Sender } from '../messaging/sender.ts';
import { connectionPool, type MailServer } from './smtp-connections.ts';

/** How fast letters may go out, so that a mail server does not take the office for a sender of spam. */
export interface MailPace {
  readonly connections: number;
  readonly perMinute: number;
}

export const usualMailPace: MailPace = { connections: 5, perMinute: 3_000 };

/**
 * Sends many letters over few connections. Whoever asks learns how far a letter came: a failure before the first byte of
 * its body was asked for has sent nothing; one after it, without an answer of the server, is unknown.
 * @param url as of `smtpMailer`
 * @param from the sender that people see
 */
export function smtpSender(url: string, from: string, speed: MailPace = usualMailPace): Sender {
  const pool = connectionPool(serverOf(url));
  const limit = pLimit(speed.connections);
  const turn = pace(speed.perMinute);
  const domain = /@([^\s<>@]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return {
    send: (letter) =>
      limit(async () => {
        await turn();
        return handOver(pool, await compose(letter, from, domain));
      }),
    close: async () => {
      limit.clearQueue();
      await pool.close();
    },
  };
}

interface Composed {
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly message: Buffer;
}

async function compose(letter: Outgoing, from: string, domain: string): Promise<Composed> {
  const node = new MailComposer({
    from,
    to: { name: '', address: letter.to },
    subject: letter.subject,
    text: letter.text,
    date: letter.at,
    messageId: `<${letter.id}@${domain}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'List-Id': `<sauro.${domain}>`,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const { from: sender, to } = node.getEnvelope();
  return {
    envelope: { from: sender || '', to },
    message: await node.build(),
  };
}

async function handOver(pool: ReturnType<typeof connectionPool>, letter: Composed): Promise<Handed> {
  for (;;) {
    const taken = await pool.take();
    if ('error' in taken) return closed(taken.error);
    const { connection, isFresh } = taken;
    const body = new AskedBody(letter.message);
    const error = await sent(connection, letter, body);
    if (error === null) {
      pool.giveBack(connection);
      return { came: 'accepted', providerId: null };
    }
    connection.close();
    // A connection that lay idle may have been closed by the server meanwhile: nothing was sent over it.
    if (!isFresh && !body.wasAsked && error.responseCode === undefined) continue;
    return outcome(error, body.wasAsked);
  }
}

/** The body of a letter; knows whether the server had come so far as to be given it. */
class AskedBody extends Readable {
  wasAsked = false;
  readonly #message: Buffer;

  constructor(message: Buffer) {
    super({ highWaterMark: 1 });
    this.#message = message;
  }

  override _read(): void {
    if (this.wasAsked) return;
    this.wasAsked = true;
    this.push(this.#message);
    this.push(null);
  }
}

function sent(connection: SMTPConnection, letter: Composed, body: Readable): Promise<SmtpError | null> {
  return new Promise((resolve) => {
    connection.send({ ...letter.envelope, to: [...letter.envelope.to] }, body, (error) =>
      resolve((error ?? null) as SmtpError | null),
    );
  });
}

export interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
}

/** Nothing came of the connection itself: all letters wait. */
function closed(error: SmtpError): Handed {
  const { code, responseCode } = error;
  const detail = responseCode === undefined ? code : String(responseCode);
  const trouble =
    code === 'EAUTH'
      ? 'sign-in'
      : responseCode === 421 || responseCode === 450
        ? 'busy'
        : code === 'ETIMEDOUT'
          ? 'timeout'
          : 'no-connection';
  return { came: 'passing', trouble, ofAll: true, ...(detail !== undefined && { detail }) };
}

function outcome(error: SmtpError, wasAsked: boolean): Handed {
  const { responseCode, code } = error;
  if (responseCode === undefined) {
    if (wasAsked) return { came: 'unknown', trouble: 'lost-in-between' };
    // The library itself refuses what is no address.
    return code === 'EENVELOPE' ? { came: 'declined', trouble: 'no-such-address' } : closed(error);
  }
  const detail = String(responseCode);
  if (responseCode === 421) return { came: 'passing', trouble: 'busy', ofAll: true, detail };
  if (responseCode >= 500) {
    const isAddress = [550, 551, 553].includes(responseCode);
    return { came: 'declined', trouble: isAddress ? 'no-such-address' : 'refused', detail };
  }
  return { came: 'passing', trouble: 'busy', ofAll: false, detail };
}

function serverOf(url: string): MailServer {
  const { auth, ...options } = parseConnectionUrl(url) as MailServer['options'] & {
    auth?: MailServer['auth'];
  };
  return { options, auth };
}
