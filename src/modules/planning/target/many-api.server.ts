import { bulkOperations } from '#modules/lists/index.server.ts';
import type { Operation } from '#platform/api/operation.ts';
import { alikeBody, alikeWords } from './input.ts';
import { manyTargets } from './pages/change-many.tsx';

/** Many targets at once for programs: what they shall say alike. */
export const operations: readonly Operation[] = bulkOperations(manyTargets, {
  path: '/target-runs',
  group: 'planning.target',
  scopes: [
    ['planning.target', 'read'],
    ['planning.target', 'planning.plan'],
  ],
  change: alikeBody.transform(({ year, unit, metric, denominatorScope, reason }) => ({
    deed: 'sua',
    input: {
      ...(year !== undefined && { [alikeWords.year]: String(year) }),
      ...(unit !== undefined && { [alikeWords.unit]: unit }),
      ...(metric !== undefined && { [alikeWords.metric]: metric }),
      ...(denominatorScope !== undefined && { [alikeWords.scope]: denominatorScope }),
      [alikeWords.reason]: reason,
    },
  })),
  example: { deed: 'edit', year: 2026, reason: 'as printed in the issued plan' },
  deedName: () => 'edit',
});
