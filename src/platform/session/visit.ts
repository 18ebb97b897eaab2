import type { Lang } from '#platform/i18n/lang.ts';
import type { Services } from './open-ctx.ts';

/** A request of somebody not known yet: no tenant, no actor. */
export interface Visit {
  readonly services: Services;
  readonly lang: Lang;
  readonly requestId: string;
  /** Where the person sits: the network address. */
  readonly remoteAddress: string;
}
