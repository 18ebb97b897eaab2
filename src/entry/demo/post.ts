import type { Outgoing, Sender } from '#platform/messaging/sender.ts';
import type { Senders } from '#platform/messaging/senders.ts';
import { zaloPlaces } from '#platform/zalo/zalo-places.ts';

/**
 * What takes the letters of the demo: a box in this very program. Nothing of it leaves the machine, and it answers as the
 * ways of an office do: most letters are taken, one server is busy at first, one mailbox is gone until it is mended.
 */
export interface DemoPost {
  readonly senders: Senders & { readonly mail: Sender; readonly sms: Sender };
  /** The code of the last letter to this address that had one. */
  codeFor(address: string): string;
  /** From now on nobody is there. */
  close(address: string): void;
  mend(address: string): void;
  /** The next letter to this address has to come again. */
  beBusyOnce(address: string): void;
}

export function demoPost(): DemoPost {
  const codes = new Map<string, string>();
  const closed = new Set<string>();
  const busy = new Set<string>();
  const take = (letter: Outgoing) => {
    const code = /\b\d{6}\b/.exec(`${letter.subject} ${letter.text}`)?.[0];
    if (code !== undefined) codes.set(letter.to, code);
  };
  const mail: Sender = {
    send: (letter) => {
      if (closed.has(letter.to)) return Promise.resolve({ came: 'declined', trouble: 'no-such-address' });
      if (busy.delete(letter.to)) return Promise.resolve({ came: 'passing', trouble: 'busy', ofAll: false });
      take(letter);
      return Promise.resolve({ came: 'accepted', providerId: null });
    },
    close: () => Promise.resolve(),
  };
  const sms: Sender = {
    send: (letter) => {
      take(letter);
      return Promise.resolve({ came: 'accepted', providerId: letter.id });
    },
    receipts: (ids) => ids.map((providerId) => ({ providerId, isDelivered: true })),
    close: () => Promise.resolve(),
  };
  return {
    senders: { mail, sms, zalo: zaloPlaces },
    codeFor: (address) => codes.get(address) ?? '',
    close: (address) => void closed.add(address),
    mend: (address) => void closed.delete(address),
    beBusyOnce: (address) => void busy.add(address),
  };
}
