import { z } from 'zod';
import { exportOperation } from '#modules/lists/index.server.ts';
import { listOperation, type Operation } from '#platform/api/operation.ts';
import { pageOfAll } from '#platform/api/page-query.ts';
import { must } from '#platform/session/decision.ts';
import { axes } from '../plan/axis.ts';
import * as planPolicy from '../plan/policy.ts';
import { targetList, targetQuery } from './input.ts';
import { targetExport } from './pages/target-export.tsx';
import { nextTargets, type TargetRow } from './queries.server.ts';
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

/** Plans in force promise no more. */
const mostListed = 100_000;

/** Targets for programs: what the plans in force promise. */
export const operations: readonly Operation[] = [
  listOperation({
    id: 'planning.target.list',
    path: '/targets',
    summary: (lang) => texts(lang).api.list,
    query: targetQuery,
    reply: target,
    run: async (ctx, { query }) => {
      const filter = targetList({
        ...(query.search && { tim: query.search }),
        ...(query.plan && { 'ke-hoach': query.plan }),
        ...(query.axis && { truc: query.axis }),
      });
      const { rows: found } = await nextTargets(ctx, filter, undefined, mostListed);
      return pageOfAll(found, query, (one: TargetRow) => ({ ...one }));
    },
  }),
  exportOperation(
    targetExport,
    { path: '/target-exports', summary: (lang) => texts(lang).api.export },
    (ctx) => must(planPolicy.read(ctx.actor)),
  ),
];
