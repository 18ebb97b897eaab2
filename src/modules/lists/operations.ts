import type { Operation } from '#platform/api/operation.ts';
import { operations as files } from './list-export/api.server.ts';
import { operations as views } from './saved-view/api.server.ts';

/** What programs can ask for or do with lists, whichever list it is. */
export const operations: readonly Operation[] = [...views, ...files];
