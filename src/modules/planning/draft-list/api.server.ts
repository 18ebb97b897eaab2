import { z } from 'zod';
import { bulkOperations, exportOf, exportOperation } from '#modules/lists/index.server.ts';
import type { Operation } from '#platform/api/operation.ts';
import { must } from '#platform/session/decision.ts';
import { longestDiscardReason } from '../plan-draft/plan-draft.ts';
import * as policy from '../plan-draft/policy.ts';
import { draftList, manyDrafts } from './pages/draft-list.tsx';
import { discardMany, reasonWord } from './parts/discard-many.tsx';
import { texts } from './texts.ts';

const change = z.strictObject({
  deed: z.literal('discard'),
  reason: z.string().trim().max(longestDiscardReason).optional(),
});

/** Many drafts at once for programs: putting them aside, and all of a filter as a file. */
export const operations: readonly Operation[] = [
  ...bulkOperations(manyDrafts, {
    path: '/plan-draft-runs',
    group: 'planning.plan-draft',
    change: change.transform(({ reason = '' }) => ({
      deed: discardMany.name,
      input: { [reasonWord]: reason },
    })),
    example: { deed: 'discard', reason: 'Wrong file' },
    deedName: () => 'discard',
  }),
  exportOperation(
    exportOf(draftList),
    { path: '/plan-draft-exports', summary: (lang) => texts(lang).api.export },
    (ctx) => must(policy.read(ctx.actor)),
  ),
];
