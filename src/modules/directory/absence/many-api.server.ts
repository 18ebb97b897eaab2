import { z } from 'zod';
import { bulkOperations, exportOf, exportOperation } from '#modules/lists/index.server.ts';
import type { Operation } from '#platform/api/operation.ts';
import { must } from '#platform/session/decision.ts';
import { absenceList, manyAbsences } from './pages/absence-list.tsx';
import { texts } from './texts.ts';

const change = z.strictObject({ deed: z.enum(['cancel', 'restore']) });

/** Many absences at once for programs: cancelling and restoring them, and all of a filter as a file. */
export const operations: readonly Operation[] = [
  ...bulkOperations(manyAbsences, {
    path: '/absence-runs',
    group: 'directory.absence',
    change: change.transform(({ deed }) => ({ deed: deed === 'cancel' ? 'huy' : 'khoi-phuc', input: {} })),
    example: { deed: 'cancel' },
    deedName: (deed) => (deed === 'huy' ? 'cancel' : 'restore'),
  }),
  exportOperation(
    exportOf(absenceList),
    { path: '/absence-exports', summary: (lang) => texts(lang).api.export },
    (ctx) => must(absenceList.mayRead(ctx.actor)),
  ),
];
