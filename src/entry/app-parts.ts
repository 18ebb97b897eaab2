import type { Operation } from '#platform/api/operation.ts';
import type { RateLimit } from '#platform/api/rate-limit.ts';
import type { PublicRoute, Route, VisitRoute } from '#platform/http/route.ts';
import type { Services } from '#platform/session/open-ctx.ts';
import type { WatchParts } from './watch/watch-routes.ts';

/** What the web application is made of, and where it stands. */
export interface AppParts extends WatchParts {
  readonly services: Services;
  readonly assetsFolder: string;
  /** Where people reach the product, when a proxy stands in front; else each request tells. */
  readonly origin: string | undefined;
  /** True when people reach the product by https: cookies are then Secure and HSTS is on. */
  readonly https: boolean;
  readonly trustedProxies: number;
  readonly routes: readonly Route[];
  readonly visitRoutes: readonly VisitRoute[];
  readonly publicRoutes: readonly PublicRoute[];
  readonly operations: readonly Operation[];
  readonly rateLimit: RateLimit;
  /** Sites whose scripts may call the API; none unless named. */
  readonly apiOrigins: readonly string[];
  /** The one-time code of the set-up, where the database had no tenant at the start. */
  readonly setUpCode?: string | undefined;
}
