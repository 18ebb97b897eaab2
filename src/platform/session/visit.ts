import type { Lang } from '#platform/i18n/lang.ts';
import type { Services } from './open-ctx.ts';
import type { Throttle } from './throttle.ts';

/** A request of somebody not known yet: no tenant, no actor. */
export interface Visit {
  readonly services: Services;
  readonly throttle: Throttle;
  readonly lang: Lang;
  readonly requestId: string;
}
