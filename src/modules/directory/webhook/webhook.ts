import type { Id } from '#platform/db/id.ts';
import { builtInRoles } from '../account/role.ts';

export const webhookStates = ['active', 'paused', 'ended'] as const;
export type WebhookState = (typeof webhookStates)[number];

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

export const deliveryStates = ['waiting', 'delivered', 'dead'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

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
