import { z } from 'zod';
import { deedOperation, type Operation, recordOperation } from '#platform/api/operation.ts';
import { done } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { operators } from '../target/target.ts';
import {
  addObjective,
  discardObjective,
  editObjective,
  placeTarget,
  restoreObjective,
} from './commands.server.ts';
import { newObjectiveBody, objectiveBody, placeBody, treeQuery } from './input.ts';
import type { TreeFilter } from './linked-tasks.server.ts';
import { getObjective } from './queries.server.ts';
import { texts } from './texts.ts';
import { readTree } from './tree.server.ts';

const count = z.int().min(0);
const counts = z.object({
  total: count,
  done: count,
  late: count.describe('By the first deadline, at the end of today.'),
  open: count,
});
const objective = z
  .object({
    id: z.uuid(),
    title: z.string(),
    source: z.enum(['section', 'plan', 'hand']),
    ordinal: z.int(),
    ownerId: z.uuid().nullable(),
    ownerName: z.string().nullable(),
    version: z.int().min(1),
    isRemoved: z.boolean(),
    plan: z.object({ id: z.uuid(), title: z.string(), isInForce: z.boolean() }),
  })
  .meta({ id: 'Objective' });
const treeTarget = z.object({
  id: z.uuid(),
  text: z.string(),
  operator: z.enum(operators),
  value: z.number(),
  unit: z.string(),
  year: z.int().nullable(),
  result: z.null().describe('What has been reached; null while nothing is measured.'),
  counts,
});
const tree = z
  .object({
    objectives: z.array(
      z.object({
        objective: objective.nullable().describe('Null for the targets that are under no objective.'),
        counts,
        targets: z.array(treeTarget),
      }),
    ),
    bareTargets: count.describe('Targets without a task.'),
    looseTasks: count.describe('Tasks without a target.'),
  })
  .meta({ id: 'ObjectiveTree' });

const example = {
  title: 'Serve people better',
  ownerId: null,
  ordinal: null,
  reason: 'agreed on 2026-03-02',
};
const reading = [['read'], ['planning.objective', 'planning.plan', 'planning.task']];
const writing = [['planning.objective', 'planning.plan']];
const shown = { reply: objective, isVersioned: true } as const;

/** Objectives with their targets for programs. */
export const operations: readonly Operation[] = [
  recordOperation({
    id: 'planning.objective.tree',
    path: '/objectives',
    scopes: reading,
    summary: (lang) => texts(lang).api.tree,
    query: treeQuery,
    reply: tree,
    run: async (ctx, { query }) => ({ value: await showTree(ctx, query) }),
  }),
  recordOperation({
    id: 'planning.objective.get',
    path: '/objectives/:id',
    scopes: reading,
    summary: (lang) => texts(lang).api.get,
    ...shown,
    run: (ctx, { params }) => show(ctx, params.id ?? ''),
  }),
  deedOperation({
    id: 'planning.objective.add',
    path: '/objectives',
    summary: (lang) => texts(lang).api.add,
    body: newObjectiveBody,
    reply: objective,
    scopes: writing,
    status: 201,
    refusals: { replaced: 409, 'unknown-person': 422, 'same-title': 409 },
    sentence: (lang, { code }) => texts(lang).refusal[code],
    example: { body: { ...example, planId: '0197c1a0-0000-7000-8000-000000000000' } },
    run: async (ctx, { body }) => {
      const { planId, ...given } = body;
      const outcome = await addObjective(ctx, planId, given);
      return outcome.ok ? done(await show(ctx, outcome.value)) : outcome;
    },
  }),
  deedOperation({
    id: 'planning.objective.edit',
    path: '/objectives/:id/edit',
    summary: (lang) => texts(lang).api.edit,
    body: objectiveBody,
    scopes: writing,
    ...shown,
    presentVersion: async (ctx, params) => (await getObjective(ctx, params.id ?? '')).version,
    refusals: {
      replaced: 409,
      discarded: 409,
      'unknown-person': 422,
      'same-title': 409,
      'changed-meanwhile': 412,
      'nothing-changed': 409,
    },
    sentence: (lang, { code }) => texts(lang).refusal[code],
    example: { body: example },
    run: async (ctx, { params, body, version }) => {
      const outcome = await editObjective(ctx, params.id ?? '', { ...body, version });
      return outcome.ok ? done(await show(ctx, params.id ?? '')) : outcome;
    },
  }),
  deedOperation({
    id: 'planning.objective.discard',
    path: '/objectives/:id/discard',
    summary: (lang) => texts(lang).api.discard,
    scopes: writing,
    body: z.strictObject({ reason: z.string().trim().max(300).default('') }),
    reply: objective,
    refusals: { replaced: 409, 'of-plan': 409, 'has-targets': 409, discarded: 409 },
    sentence: (lang, { code }) => texts(lang).refusal[code],
    example: { body: { reason: 'entered twice' } },
    run: async (ctx, { params, body }) => {
      const outcome = await discardObjective(ctx, params.id ?? '', body.reason);
      return outcome.ok ? done(await show(ctx, params.id ?? '')) : outcome;
    },
  }),
  deedOperation({
    id: 'planning.objective.restore',
    path: '/objectives/:id/restore',
    summary: (lang) => texts(lang).api.restore,
    scopes: writing,
    body: z.strictObject({}),
    reply: objective,
    refusals: { replaced: 409 },
    sentence: (lang, { code }) => texts(lang).refusal[code],
    example: { body: {} },
    run: async (ctx, { params }) => {
      const outcome = await restoreObjective(ctx, params.id ?? '');
      return outcome.ok ? done(await show(ctx, params.id ?? '')) : outcome;
    },
  }),
  deedOperation({
    id: 'planning.objective.place',
    path: '/targets/:id/objective',
    summary: (lang) => texts(lang).api.place,
    scopes: writing,
    body: placeBody,
    reply: objective,
    refusals: { replaced: 409, 'nothing-changed': 409 },
    sentence: (lang, { code }) => texts(lang).refusal[code],
    example: { body: { objectiveId: '0197c1a0-0000-7000-8000-000000000000' } },
    run: async (ctx, { params, body }) => {
      const outcome = await placeTarget(ctx, params.id ?? '', body.objectiveId);
      return outcome.ok ? done(await show(ctx, body.objectiveId)) : outcome;
    },
  }),
];

async function show(ctx: Ctx, objectiveId: string) {
  const found = await getObjective(ctx, objectiveId);
  return { value: { ...found }, version: found.version };
}

async function showTree(ctx: Ctx, query: z.infer<typeof treeQuery>) {
  const filter = { planId: query.plan, unitId: query.unit, leaderId: query.leader } as TreeFilter;
  const { branches, ...gaps } = await readTree(ctx, filter);
  return {
    ...gaps,
    objectives: branches.map((branch) => ({
      objective: branch.objective,
      counts: plain(branch.counts),
      targets: branch.targets.map(({ target, counts: own }) => ({
        id: target.id,
        text: target.text,
        operator: target.operator,
        value: target.value,
        unit: target.unit,
        year: target.year,
        result: null,
        counts: plain(own),
      })),
    })),
  };
}

function plain({ total, done: finished, late, open }: z.infer<typeof counts>) {
  return { total, done: finished, late, open };
}
