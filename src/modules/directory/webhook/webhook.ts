import type { Id } from '#platform/db/id.ts';
import { builtInRoles } from '../account/role.ts';

export type WebhookState = 'active' | 'paused' | 'ended';

/** An address that is told of acts, as its administrator sees it; without its secret. */
export interface Webhook {
  readonly id: Id<'webhook'>;
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly state: WebhookState;
  /** It was the system that paused it, after long failure. */
  readonly isPausedBySystem: boolean;
  readonly failingSince: Date | null;
  readonly waitingCount: number;
  readonly deadCount: number;
}

export type DeliveryState = 'waiting' | 'delivered' | 'dead';

/** One letter to one address, with how its last attempt ended. */
export interface Delivery {
  readonly id: Id<'webhook-delivery'>;
  readonly event: string;
  readonly state: DeliveryState;
  readonly enqueuedAt: Date;
  readonly attempts: number;
  readonly nextAt: Date;
  readonly lastAt: Date | null;
  readonly lastStatus: number | null;
  readonly lastTrouble: string | null;
}

export const longestWebhookName = 80;
/** More addresses than these nobody oversees. */
export const mostWebhooks = 20;

/** For so long both secrets sign after a change. */
export const oldSecretHours = 24;

/** For so long a worker that sends has the address to itself; an attempt ends well before. */
export const leaseSeconds = 45;

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long to wait after each failed attempt; after the last a letter is given up, about three days later. */
const waits = [
  5 * second,
  30 * second,
  2 * minute,
  10 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  20 * hour,
];

/** When a letter is tried again after so many attempts; undefined where it is given up. */
export function nextAttemptAt(attempts: number, now: Date): Date | undefined {
  const wait = waits[attempts - 1];
  return wait === undefined ? undefined : new Date(now.getTime() + wait);
}

/** The event that an administrator sends for a trial. */
export const testEvent = 'webhook.test';

/** What protects accounts, and what is about programs themselves, is told to nobody outside. */
const withheld = new Set([
  'directory.password-link',
  'directory.second-factor',
  'directory.machine',
  'directory.webhook',
]);

/** The acts of which other systems can be told, in order: those that are granted by roles and change something. */
export const tellableEvents: readonly string[] = [
  ...new Set(Object.values(builtInRoles).flatMap((grants) => Object.keys(grants))),
]
  .filter((act) => !act.endsWith('.read') && !withheld.has(act.split('.').slice(0, 2).join('.')))
  .sort();
