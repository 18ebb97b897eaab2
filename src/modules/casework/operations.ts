import type { Operation } from '#platform/api/operation.ts';
import { operations as noticeChoice } from './notice-choice/api.server.ts';
import { operations as paperBatches } from './paper-batch/api.server.ts';
import { operations as reuseLimit } from './reuse-limit/api.server.ts';

/** What programs can ask for or do with evidence of the whole office, with its papers, and with how people are told. */
export const operations: readonly Operation[] = [...reuseLimit, ...noticeChoice, ...paperBatches];
