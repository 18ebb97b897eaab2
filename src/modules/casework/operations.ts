import type { Operation } from '#platform/api/operation.ts';
import { operations as reuseLimit } from './reuse-limit/api.server.ts';

/** What programs can ask for or do with evidence of the whole office. */
export const operations: readonly Operation[] = [...reuseLimit];
