import type { Logger } from 'pino';
import { storeOpenings } from '#platform/audit/store-openings.server.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Db, Pool } from '#platform/db/db.ts';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import type { FilePlace } from '#platform/files/file-place.ts';
import type { Mailer } from '#platform/mail/mailer.ts';
import type { Senders } from '#platform/messaging/senders.ts';
import type { IdentityProvider } from '#platform/oidc/identity-provider.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Actor } from './actor.ts';
import type { Ctx, SessionRef, TenantRef } from './ctx.ts';
import type { Throttle } from './throttle.ts';

/** What the whole process shares. */
export interface Services {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly log: Logger;
  readonly throttle: Throttle;
  /** Null where no mail server has been named: nothing may then depend on a letter. */
  readonly mailer: Mailer | null;
  /** Null where people sign in here alone. */
  /** The ways to reach people outside of the program; none unless named. */
  readonly senders?: Senders;
  readonly identityProvider: IdentityProvider | null;
  readonly files: FilePlace;
  /** Where people reach the product, without a trailing slash; links in letters begin with it. */
  readonly baseUrl: string;
  /** Hosts within our own networks to which webhooks may go, as `host` or `host:port`; none unless named. */
  readonly internalHosts?: readonly string[];
}

/** For whom, by whom and in which language a `Ctx` is opened. */
export interface Occasion {
  readonly tenant: TenantRef;
  readonly actor: Actor;
  readonly lang: Lang;
  readonly requestId: string;
  readonly session?: SessionRef;
  readonly remoteAddress?: string | undefined;
}

/**
 * Opens one transaction of the tenant and gives it to `work` as a `Ctx`; it commits when `work` returns. Openings of
 * personal data that `work` noted are stored then, before the result is handed on.
 */
export async function openCtx<Result>(
  services: Services,
  mode: 'read' | 'write',
  occasion: Occasion,
  work: (ctx: Ctx) => Promise<Result>,
): Promise<Result> {
  const { ctx, result } = await inTenant(services.pool, occasion.tenant.id, mode, async (db) => {
    const made = makeCtx(services, mode, occasion, db);
    return { ctx: made, result: await work(made) };
  });
  await storeOpenings(services.pool, ctx);
  return result;
}

/** Puts a `Ctx` together for a transaction that is open. */
export function makeCtx(services: Services, mode: 'read' | 'write', occasion: Occasion, db: Db): Ctx {
  return {
    tenant: occasion.tenant,
    actor: occasion.actor,
    session: occasion.session ?? null,
    throttle: services.throttle,
    lang: occasion.lang,
    requestId: occasion.requestId,
    remoteAddress: occasion.remoteAddress ?? null,
    openings: [],
    db,
    writer: mode === 'write' ? db : null,
    clock: services.clock,
    ...(services.senders && { senders: services.senders }),
    log: services.log.child({ requestId: occasion.requestId }),
  };
}
