import type { Id } from '#platform/db/id.ts';
import type { Handed, Trouble } from '#platform/messaging/sender.ts';
import type { Channel } from '../notice-choice/notice-choice.ts';

export const deliveryStates = [
  'waiting',
  'sending',
  'sent',
  'delivered',
  'failed',
  'uncertain',
  'dropped',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const deliveryKinds = ['notices', 'digest', 'code', 'test'] as const;
export type DeliveryKind = (typeof deliveryKinds)[number];

/** A letter to be queued. What is queued under a key once is never queued under it again. */
export interface NewLetter {
  readonly officerId: Id<'officer'>;
  readonly channel: Channel;
  readonly kind: DeliveryKind;
  /** Own words; a letter without them says what its notices say when it goes out. */
  readonly words?: { readonly subject: string; readonly text: string } | undefined;
  readonly notices?: readonly { readonly id: string; readonly at: Date }[] | undefined;
  /** Only for a code that confirms it: an address that is not confirmed yet. */
  readonly address?: string | undefined;
  readonly notBefore: Date;
  readonly dedupeKey: string;
}

/** A code is of no use after so long. */
export const codeMinutes = 15;

/** So many letters are under way at once; as many at most are uncertain after a worker was killed. */
export const lettersAtOnce = 8;

/** So many letters one office sends before another has its turn. */
export const lettersInTurn = 80;

/** For so long a worker that sends has the way to itself; each round renews it, and a round ends well before. */
export const leaseSeconds = 120;

const minute = 60_000;
const hour = 60 * minute;

/** Waits after each attempt at which the other side took nothing; after the last the letter is given up. */
const waits = [minute, 5 * minute, 15 * minute, hour, 4 * hour, 12 * hour, 24 * hour];
/** What is declined for good is tried this often all the same: some servers call lasting what passes. */
const mostRefusals = 3;
const refusalWaits = [15 * minute, 2 * hour];

/** How long a way rests after each failure in a row; the last holds for all that follow. */
const rests = [15_000, minute, 2 * minute, 5 * minute, 10 * minute, 30 * minute];

/** What becomes of a letter after an attempt. */
export interface After {
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly nextAt: Date;
  readonly trouble: string | null;
  readonly providerId: string | null;
}

/** What becomes of a letter that was handed over: nothing is sent twice unless a person wants it so. */
export function afterHanding(attemptsBefore: number, handed: Handed, now: Date): After {
  const base = { attempts: attemptsBefore + 1, nextAt: now, trouble: null, providerId: null };
  switch (handed.came) {
    case 'accepted':
      return { ...base, state: 'sent', providerId: handed.providerId };
    case 'unknown':
      return { ...base, state: 'uncertain', trouble: handed.trouble };
    case 'declined': {
      const wait = base.attempts < mostRefusals ? refusalWaits[base.attempts - 1] : undefined;
      return { ...base, ...waitingFor(wait, now), trouble: said(handed.trouble, handed.detail) };
    }
    case 'passing': {
      const trouble = said(handed.trouble, handed.detail);
      // The way is closed, not the letter at fault: it keeps its attempts.
      if (handed.ofAll) return { ...base, state: 'waiting', attempts: attemptsBefore, trouble };
      return { ...base, ...waitingFor(waits[base.attempts - 1], now), trouble };
    }
  }
}

/** Until when a way to people rests after so many failures in a row. */
export function restsUntil(failedInRow: number, now: Date): Date {
  const rest = rests[Math.min(failedInRow, rests.length) - 1] ?? 0;
  return new Date(now.getTime() + rest);
}

function waitingFor(wait: number | undefined, now: Date): Pick<After, 'state' | 'nextAt'> {
  return wait === undefined
    ? { state: 'failed', nextAt: now }
    : { state: 'waiting', nextAt: new Date(now.getTime() + wait) };
}

function said(trouble: Trouble, detail: string | undefined): string {
  return detail === undefined ? trouble : `${trouble} ${detail}`.slice(0, 60);
}
