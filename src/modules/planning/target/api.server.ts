import { z } from 'zod';
import { listOperation, type Operation } from '#platform/api/operation.ts';
import { pageOfAll } from '#platform/api/page-query.ts';
import { axes } from '../plan/axis.ts';
import { targetQuery } from './input.ts';
import { exportTargets, type TargetRow } from './queries.server.ts';
import { texts } from './texts.ts';

const target = z
  .object({
    id: z.uuid(),
    text: z.string(),
    metric: z.string().nullable(),
    operator: z.enum(['>=', '<=', '=', '>', '<']),
    value: z.number(),
    unit: z.string(),
    denominatorScope: z.string().nullable(),
    year: z.int().nullable(),
    section: z.object({ code: z.string(), title: z.string(), axis: z.enum(axes).nullable() }).nullable(),
    plan: z.object({ id: z.uuid(), title: z.string(), yearFrom: z.int(), yearTo: z.int() }),
  })
  .meta({ id: 'Target' });

/** Targets for programs: what the plans in force promise. */
export const operations: readonly Operation[] = [
  listOperation({
    id: 'planning.target.list',
    path: '/targets',
    summary: (lang) => texts(lang).api.list,
    query: targetQuery,
    reply: target,
    run: async (ctx, { query }) => {
      const found = await exportTargets(ctx, {
        tim: query.search,
        'ke-hoach': query.plan,
        truc: query.axis,
        xep: 'ke-hoach',
        trang: 1,
      });
      return pageOfAll(found, query, (one: TargetRow) => ({ ...one }));
    },
  }),
];
