import { z } from 'zod';
import { exportOperation } from '#modules/lists/index.server.ts';
import { deedOperation, listOperation, type Operation, recordOperation } from '#platform/api/operation.ts';
import { pageOfAll } from '#platform/api/page-query.ts';
import { done } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { axes } from '../plan/axis.ts';
import * as planPolicy from '../plan/policy.ts';
import { editTarget } from './commands.server.ts';
import { targetBody, targetList, targetQuery } from './input.ts';
import { targetExport } from './pages/target-export.tsx';
import { getTarget, nextTargets, type TargetRow } from './queries.server.ts';
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

const oneTarget = target
  .extend({ version: z.int().min(1), isInForce: z.boolean().describe('Whether its plan is in force.') })
  .meta({ id: 'TargetRecord' });

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
  recordOperation({
    id: 'planning.target.get',
    path: '/targets/:id',
    summary: (lang) => texts(lang).api.get,
    reply: oneTarget,
    isVersioned: true,
    run: (ctx, { params }) => show(ctx, params.id ?? ''),
  }),
  deedOperation({
    id: 'planning.target.edit',
    path: '/targets/:id/edit',
    summary: (lang) => texts(lang).api.edit,
    body: targetBody,
    reply: oneTarget,
    isVersioned: true,
    presentVersion: async (ctx, params) => (await getTarget(ctx, params.id ?? '')).version,
    refusals: { replaced: 409, 'changed-meanwhile': 412, 'nothing-changed': 409 },
    sentence: (lang, { code }) => texts(lang).refusal[code],
    example: {
      body: {
        text: '98 % of files on time or early',
        metric: null,
        operator: '>=',
        value: 98,
        unit: '%',
        denominatorScope: null,
        year: 2026,
        reason: 'as printed in the issued plan',
      },
    },
    run: async (ctx, { params, body, version }) => {
      const { reason, ...to } = body;
      const id = params.id ?? '';
      const outcome = await editTarget(ctx, id, { to, reason, version });
      return outcome.ok ? done(await show(ctx, id)) : outcome;
    },
  }),
  exportOperation(
    targetExport,
    {
      path: '/target-exports',
      summary: (lang) => texts(lang).api.export,
      scopes: [
        ['planning.target', 'read'],
        ['planning.target', 'planning.plan'],
      ],
    },
    (ctx) => must(planPolicy.read(ctx.actor)),
  ),
];

async function show(ctx: Ctx, targetId: string) {
  const found = await getTarget(ctx, targetId);
  return { value: { ...found }, version: found.version };
}
