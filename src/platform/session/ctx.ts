import type { Logger } from 'pino';
import type { Opening } from '#platform/audit/opening.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Db, ReadDb } from '#platform/db/db.ts';
import type { Senders } from '#platform/messaging/senders.ts';
import type { Id } from '#platform/db/id.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Actor } from './actor.ts';
import type { Throttle } from './throttle.ts';

/** The tenant that a request or job works for. */
export interface TenantRef {
  readonly id: Id<'tenant'>;
  readonly kind: 'commune' | 'province';
  readonly name: string;
  readonly level: string;
  readonly slug: string;
  readonly isDemo: boolean;
}

/** The open sign-in through which a person acts. */
export interface SessionRef {
  readonly id: Id<'session'>;
  /** When the person last showed who they are: at the sign-in, or since. */
  readonly provenAt: Date;
  /** True for those who have turned off the keys of one letter. */
  readonly isWithoutPlainKeys?: boolean;
}

/**
 * Everything that a command or query needs. All of it lives in one transaction of one tenant, which ends with the
 * request or job step, so nothing may keep a `Ctx`.
 */
export interface Ctx {
  /** Reads; what writes stands behind `act`. */
  readonly db: ReadDb;
  readonly tenant: TenantRef;
  readonly actor: Actor;
  /** Null for the system and for visitors. */
  readonly session: SessionRef | null;
  readonly throttle: Throttle;
  readonly clock: Clock;
  readonly lang: Lang;
  readonly requestId: string;
  /** Where the person sits, for the audit; null for jobs. */
  readonly remoteAddress: string | null;
  /** Personal data that this request is about to show: noted by `noteOpening`, stored before the answer is sent. */
  readonly openings: Opening[];
  /** The ways to reach people outside of the program; absent where the process has none. */
  readonly senders?: Senders;
  readonly log: Logger;
  /** The writing handle for `act` alone; null where the request is only a reading one. */
  readonly writer: Db | null;
}
