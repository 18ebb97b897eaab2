import smpp, { type Pdu, type Session } from 'smpp';
import type { Handed, Receipt } from '../messaging/sender.ts';

/** Where short messages are handed over, and under whose name people get them. */
export interface SmsServer {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly systemId: string;
  readonly password: string;
  /** A name that the operator has registered, or a number. */
  readonly source: string;
}

const patienceMs = 15_000;
const linkMs = 30_000;

const ended = new WeakSet<Session>();

/** Whether a session can still be written to. */
export function isBound(session: Session): boolean {
  return !ended.has(session);
}

/** Reads `smpp://name:password@host:port` (or `ssmpp://` over TLS). */
export function readSmsServer(url: string, source: string): SmsServer {
  const { protocol, hostname, port, username, password } = new URL(url);
  const tls = protocol === 'ssmpp:';
  return {
    host: hostname,
    port: port === '' ? (tls ? 3550 : 2775) : Number(port),
    tls,
    systemId: decodeURIComponent(username),
    password: decodeURIComponent(password),
    source,
  };
}

/**
 * Binds a session that can send and receive; or says why none came about. While it lasts it is asked every half minute
 * whether it lives, and each receipt of it is handed on.
 */
export function bind(server: SmsServer, tell: (receipt: Receipt) => void): Promise<Session | Handed> {
  return new Promise((resolve) => {
    const { host, port, tls } = server;
    const session = smpp.connect({ host, port, tls });
    const fail = (handed: Handed) => {
      clearTimeout(timer);
      ended.add(session);
      session.destroy();
      resolve(handed);
    };
    const closed = () => fail({ came: 'passing', trouble: 'no-connection', ofAll: true });
    const timer = setTimeout(() => fail({ came: 'passing', trouble: 'timeout', ofAll: true }), patienceMs);
    session.on('error', closed);
    session.on('close', closed);
    session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()));
    session.on('unbind', (pdu: Pdu) => {
      session.send(pdu.response());
      session.close();
    });
    session.on('deliver_sm', (pdu: Pdu) => {
      session.send(pdu.response());
      const receipt = readReceipt(pdu);
      if (receipt) tell(receipt);
    });
    session.on(tls ? 'secureConnect' : 'connect', () => {
      session.bind_transceiver({ system_id: server.systemId, password: server.password }, (answer) => {
        if (answer.command_status !== 0)
          return fail({
            came: 'passing',
            trouble: 'sign-in',
            ofAll: true,
            detail: String(answer.command_status),
          });
        clearTimeout(timer);
        keepAlive(session);
        return resolve(session);
      });
    });
  });
}

function keepAlive(session: Session): void {
  let isAnswered = true;
  const timer = setInterval(() => {
    if (!isAnswered) return session.destroy();
    isAnswered = false;
    session.enquire_link(() => {
      isAnswered = true;
    });
    return undefined;
  }, linkMs);
  timer.unref();
  session.once('close', () => clearInterval(timer));
}

/** Final states of SMPP 3.4 (5.2.28) of which a receipt tells; on its way is not final. */
const delivered = { byNumber: 2, byName: 'DELIVRD' };
const lost = {
  byNumber: new Set([3, 4, 5, 8]),
  byName: new Set(['EXPIRED', 'DELETED', 'UNDELIV', 'REJECTD']),
};

/** What a receipt says of which message: by its fields, else by the text that many centres write (appendix B). */
function readReceipt(pdu: Pdu): Receipt | undefined {
  if (((pdu.esm_class ?? 0) & 0x3c) !== 0x04) return undefined;
  const text = String(pdu.short_message?.message ?? '');
  const providerId = pdu.receipted_message_id ?? /\bid:(\S+)/.exec(text)?.[1];
  if (providerId === undefined) return undefined;
  const name = /\bstat:(\w+)/.exec(text)?.[1] ?? '';
  const number = pdu.message_state ?? 0;
  if (number === delivered.byNumber || name === delivered.byName) return { providerId, isDelivered: true };
  return lost.byNumber.has(number) || lost.byName.has(name) ? { providerId, isDelivered: false } : undefined;
}
