import type { Operation } from '#platform/api/operation.ts';
import { operations as tasks } from './task/api.server.ts';

/** Everything of planning that programs can ask for or do. */
export const operations: readonly Operation[] = [...tasks];
