import type { Operation } from '#platform/api/operation.ts';
import { operations as ownDays } from './own-day/api.server.ts';

/** Everything of the calendar that programs can ask for or do. */
export const operations: readonly Operation[] = [...ownDays];
