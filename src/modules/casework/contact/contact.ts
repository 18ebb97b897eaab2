import type { Channel } from '../notice-choice/notice-choice.ts';

/** Where an officer is reached by one way, as the officer sees it. */
export interface Contact {
  readonly channel: Channel;
  /** Null while a Zalo link waits for its code. */
  readonly address: string | null;
  readonly confirmedAt: Date | null;
  /** Whether a code is under way that can still be sent back. */
  readonly waitsForCode: boolean;
}

/** After so many wrong codes a new one is needed. */
export const mostTries = 5;

/** A telephone number of Việt Nam or another country as `+84912345678`; undefined for what is none. */
export function phoneNumber(typed: string): string | undefined {
  const digits = typed.replace(/[\s.()-]/g, '');
  const national = /^0([1-9]\d{8,9})$/.exec(digits);
  if (national) return `+84${national[1]}`;
  const international = /^(?:\+|00)([1-9]\d{7,14})$/.exec(digits);
  return international ? `+${international[1]}` : undefined;
}

/** Just enough of an address that its owner knows it again. */
export function maskAddress(channel: Channel, address: string): string {
  if (channel === 'mail') {
    const [name = '', domain = ''] = address.split('@');
    return `${name.slice(0, 1)}•••@${domain}`;
  }
  return `•••${address.slice(-3)}`;
}
