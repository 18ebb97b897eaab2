import type { Logger } from 'pino';
import type { Clock } from '#platform/clock/clock.ts';
import type { Pool } from '#platform/db/db.ts';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import type { Mailer } from '#platform/mail/mailer.ts';
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
  readonly identityProvider: IdentityProvider | null;
  /** Where people reach the product, without a trailing slash; links in letters begin with it. */
  readonly baseUrl: string;
}

/** For whom, by whom and in which language a `Ctx` is opened. */
export interface Occasion {
  readonly tenant: TenantRef;
  readonly actor: Actor;
  readonly lang: Lang;
  readonly requestId: string;
  readonly session?: SessionRef;
}

/** Opens one transaction of the tenant and gives it to `work` as a `Ctx`; it commits when `work` returns. */
export function openCtx<Result>(
  services: Services,
  mode: 'read' | 'write',
  occasion: Occasion,
  work: (ctx: Ctx) => Promise<Result>,
): Promise<Result> {
  return inTenant(services.pool, occasion.tenant.id, mode, (db) =>
    work({
      ...occasion,
      session: occasion.session ?? null,
      throttle: services.throttle,
      db,
      writer: mode === 'write' ? db : null,
      clock: services.clock,
      log: services.log.child({ requestId: occasion.requestId }),
    }),
  );
}
