import pLimit from 'p-limit';
import type { Session } from 'smpp';
import { pace } from '../messaging/pace.ts';
import type { Handed, Outgoing, Receipt, Sender } from '../messaging/sender.ts';
import { type MessagePart, messageParts } from './message-parts.ts';
import { bind, isBound, type SmsServer } from './smpp-session.ts';

const answerMs = 15_000;
const perMinute = 600;
/** Receipts that nobody has asked for are kept up to so many. */
const mostKept = 20_000;

/** Command states of SMPP 3.4 (5.1.3), as far as they mean something of their own to us. */
const states = {
  ok: 0,
  queueFull: 0x14,
  throttled: 0x58,
  badAddress: 0x0b,
  systemError: 0x08,
  submitFailed: 0x45,
};

/**
 * Sends short messages by SMPP 3.4 over one bound session, which is bound anew when it has ended. A part that was
 * written and not answered is unknown; so is a message of which only some parts were taken.
 */
export function smppSender(server: SmsServer): Sender {
  const limit = pLimit(1);
  const turn = pace(perMinute);
  const received = new Map<string, Receipt>();
  let session: Session | undefined;
  let reference = 0;

  const keep = (receipt: Receipt) => {
    received.set(receipt.providerId, receipt);
    const [oldest] = received.keys();
    if (received.size > mostKept && oldest !== undefined) received.delete(oldest);
  };
  const open = async (): Promise<Session | Handed> => {
    if (session && isBound(session)) return session;
    const bound = await bind(server, keep);
    if ('came' in bound) return bound;
    session = bound;
    return bound;
  };
  const sendAll = async (letter: Outgoing): Promise<Handed> => {
    const bound = await open();
    if ('came' in bound) return bound;
    reference += 1;
    let last: Handed | undefined;
    for (const part of messageParts(letter.text, reference)) {
      await turn();
      const handed = await submit(bound, server.source, letter.to, part);
      if (handed.came !== 'accepted')
        // Earlier parts are on their way, so nobody can say that nothing went out.
        return last ? { came: 'unknown', trouble: 'lost-in-between' } : handed;
      last = handed;
    }
    return last ?? { came: 'declined', trouble: 'refused' };
  };
  return {
    send: (letter) => limit(() => sendAll(letter)),
    receipts: (providerIds) =>
      providerIds.flatMap((id) => {
        const receipt = received.get(id);
        received.delete(id);
        return receipt ?? [];
      }),
    close: () => {
      limit.clearQueue();
      session?.destroy();
      session = undefined;
      return Promise.resolve();
    },
  };
}

function submit(session: Session, source: string, to: string, part: MessagePart): Promise<Handed> {
  return new Promise((resolve) => {
    const lost = () => end({ came: 'unknown', trouble: 'lost-in-between' });
    const timer = setTimeout(lost, answerMs);
    const end = (handed: Handed) => {
      clearTimeout(timer);
      session.off('close', lost);
      resolve(handed);
    };
    session.once('close', lost);
    const isWritten = session.submit_sm(
      {
        // A name is alphanumeric, a telephone number is international.
        source_addr_ton: /^\+?\d+$/.test(source) ? 1 : 5,
        source_addr_npi: /^\+?\d+$/.test(source) ? 1 : 0,
        source_addr: source.replace(/^\+/, ''),
        dest_addr_ton: 1,
        dest_addr_npi: 1,
        destination_addr: to.replace(/^\+/, ''),
        esm_class: part.udh ? 0x40 : 0,
        registered_delivery: 1,
        data_coding: part.dataCoding,
        short_message: part.udh ? { udh: part.udh, message: part.message } : { message: part.message },
      },
      (answer) => end(handedOf(answer.command_status, answer.message_id)),
    );
    if (!isWritten) end({ came: 'passing', trouble: 'no-connection', ofAll: true });
  });
}

function handedOf(status: number, messageId: string | undefined): Handed {
  const detail = String(status);
  switch (status) {
    case states.ok:
      return { came: 'accepted', providerId: messageId ?? null };
    case states.queueFull:
    case states.throttled:
      return { came: 'passing', trouble: 'busy', ofAll: true, detail };
    case states.systemError:
    case states.submitFailed:
      return { came: 'passing', trouble: 'busy', ofAll: false, detail };
    case states.badAddress:
      return { came: 'declined', trouble: 'no-such-address', detail };
    default:
      return { came: 'declined', trouble: 'refused', detail };
  }
}
