import { z } from 'zod';
import { bulkOperations, exportOf, exportOperation } from '#modules/lists/index.server.ts';
import type { Operation } from '#platform/api/operation.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { must } from '#platform/session/decision.ts';
import { changeWords } from './pages/change-many.tsx';
import { manyUnits, unitList } from './pages/unit-list.tsx';
import { texts } from './texts.ts';
import { longestEndReason } from './unit.ts';

const change = z.discriminatedUnion('deed', [
  z.strictObject({
    deed: z.literal('end'),
    on: z.iso.date(),
    reason: z.string().trim().max(longestEndReason).optional(),
  }),
  z.strictObject({ deed: z.literal('restore') }),
]);

/** Many units at once for programs: ending and restoring them, and all of a filter as a file. */
export const operations: readonly Operation[] = [
  ...bulkOperations(manyUnits, {
    path: '/unit-runs',
    group: 'directory.unit',
    change: change.transform((given) =>
      given.deed === 'restore'
        ? { deed: 'khoi-phuc', input: {} }
        : {
            deed: 'ket-thuc',
            input: {
              [changeWords.day]: formatDate(plainDate(given.on)),
              [changeWords.reason]: given.reason ?? '',
            },
          },
    ),
    example: { deed: 'end', on: '2026-05-12' },
    deedName: (deed) => (deed === 'khoi-phuc' ? 'restore' : 'end'),
  }),
  exportOperation(
    exportOf(unitList),
    { path: '/unit-exports', summary: (lang) => texts(lang).api.export },
    (ctx) => must(unitList.mayRead(ctx.actor)),
  ),
];
