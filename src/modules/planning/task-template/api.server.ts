import { z } from 'zod';
import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { listUnits } from '#modules/directory/index.server.ts';
import { exportOf, exportOperation } from '#modules/lists/index.server.ts';
import {
  deedOperation,
  listOperation,
  type Operation,
  recordOperation,
  type Shown,
  thenShow,
} from '#platform/api/operation.ts';
import { pageOfAll, pageQuery } from '#platform/api/page-query.ts';
import { type PlainDate, plainDate } from '#platform/clock/plain-date.ts';
import { type Outcome, refused } from '#platform/db/outcome.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { createTemplate, discardTemplate, editTemplate, restoreTemplate } from './commands.server.ts';
import { templateBody, useBody } from './input.ts';
import {
  type Made,
  makeParts,
  type MakePartsRefusal,
  makeTaskFromAbove,
  type MakeTaskRefusal,
} from './make.server.ts';
import { templateList } from './pages/template-list.tsx';
import { dayAfter, planParts } from './planned-parts.server.ts';
import * as policy from './policy.ts';
import { getTemplate, listTemplates, type TemplateRecord } from './queries.server.ts';
import { takeRunBack } from './take-back.server.ts';
import { type Texts, texts } from './texts.ts';

const template = z
  .object({
    id: z.uuid(),
    title: z.string(),
    activity: z.string().nullable(),
    product: z.string().nullable(),
    evidence: z.string().nullable(),
    note: z.string().nullable(),
    leadUnitId: z.uuid().nullable(),
    coordinatingUnitIds: z.array(z.uuid()),
    dueWorkingDays: z.int().nullable(),
    steps: z.array(
      z.object({
        title: z.string(),
        product: z.string().nullable(),
        evidence: z.string().nullable(),
        leadUnitId: z.uuid().nullable(),
        dueWorkingDays: z.int().nullable(),
        after: z.array(z.int()),
      }),
    ),
    source: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'TaskTemplate' });
const made = z.object({
  runId: z.uuid().describe('Takes all of it back, while nobody has worked on it.'),
  taskId: z.uuid().describe('The task whose parts were made, or that was entered with them.'),
  count: z.int(),
});

const sentence = (lang: Lang, { code }: { code: keyof Texts['refusal'] }) => texts(lang).refusal[code];
const example = {
  body: {
    title: 'Quarterly report',
    dueWorkingDays: 10,
    steps: [{ title: 'Ask the units', dueWorkingDays: 1 }],
  },
};

/** Templates of tasks for programs: kept, and tasks made from them. */
export const operations: readonly Operation[] = [
  listOperation({
    id: 'planning.task-template.list',
    path: '/task-templates',
    summary: (lang) => texts(lang).api.list,
    query: z.strictObject(pageQuery),
    reply: template,
    run: async (ctx, { query }) => {
      must(policy.read(ctx.actor));
      return pageOfAll(await listTemplates(ctx), query, written);
    },
  }),
  recordOperation({
    id: 'planning.task-template.read',
    path: '/task-templates/:id',
    summary: (lang) => texts(lang).api.read,
    reply: template,
    isVersioned: true,
    run: (ctx, { params }) => show(ctx, params.id),
  }),
  deedOperation({
    id: 'planning.task-template.create',
    path: '/task-templates',
    summary: (lang) => texts(lang).api.create,
    body: templateBody,
    reply: template,
    status: 201,
    refusals: { 'unknown-choice': 422, 'does-not-fit': 422 },
    sentence,
    example,
    run: async (ctx, { body }) => thenShow(await createTemplate(ctx, body), (id) => show(ctx, id)),
  }),
  deedOperation({
    id: 'planning.task-template.edit',
    path: '/task-templates/:id',
    verb: 'put',
    summary: (lang) => texts(lang).api.edit,
    body: templateBody,
    reply: template,
    isVersioned: true,
    refusals: { 'unknown-choice': 422, 'does-not-fit': 422, 'changed-meanwhile': 412 },
    sentence,
    example,
    presentVersion: async (ctx, params) => (await getTemplate(ctx, params.id ?? '')).version,
    run: async (ctx, { params, body, version }) =>
      thenShow(await editTemplate(ctx, params.id ?? '', { content: body, version }), () =>
        show(ctx, params.id),
      ),
  }),
  deedOperation({
    id: 'planning.task-template.discard',
    path: '/task-templates/:id/discard',
    summary: (lang) => texts(lang).api.discard,
    run: async (ctx, { params }) =>
      thenShow(await discardTemplate(ctx, params.id ?? ''), async () => ({ value: null })),
  }),
  deedOperation({
    id: 'planning.task-template.restore',
    path: '/task-templates/:id/restore',
    summary: (lang) => texts(lang).api.restore,
    reply: template,
    run: async (ctx, { params }) =>
      thenShow(await restoreTemplate(ctx, params.id ?? ''), () => show(ctx, params.id)),
  }),
  deedOperation({
    id: 'planning.task-template.use',
    path: '/task-templates/:id/use',
    summary: (lang) => texts(lang).api.use,
    body: useBody,
    reply: made,
    status: 201,
    refusals: {
      'no-document': 422,
      'unknown-choice': 422,
      'due-after-parent': 422,
      'too-many': 409,
      'wrong-state': 409,
      'changed-meanwhile': 409,
      nothing: 422,
      'too-many-parts': 422,
      circle: 422,
      'unknown-step': 422,
      'document-to-come': 422,
      'due-before-document': 422,
      doubled: 409,
    },
    sentence,
    example: {
      body: {
        beginOn: '2026-05-12',
        taskId: null,
        document: { number: '1234/UBND-NC', on: '2026-05-04', issuer: 'Province' },
      },
    },
    run: async (ctx, { params, body }) =>
      thenShow(await use(ctx, await getTemplate(ctx, params.id ?? ''), body), async (value) => ({
        value,
      })),
  }),
  deedOperation({
    id: 'planning.task-template.take-back',
    path: '/task-template-runs/:id/take-back',
    summary: (lang) => texts(lang).api.takeBack,
    refusals: { 'worked-on': 409 },
    sentence,
    run: async (ctx, { params }) =>
      thenShow(await takeRunBack(ctx, params.id ?? ''), async () => ({ value: null })),
  }),
  exportOperation(
    exportOf(templateList),
    { path: '/task-template-exports', summary: (lang) => texts(lang).api.export },
    (ctx) => must(policy.read(ctx.actor)),
  ),
];

/** Makes what a template says, its days counted from the beginning that the program names. */
async function use(
  ctx: Ctx,
  from: TemplateRecord,
  body: z.infer<typeof useBody>,
): Promise<Outcome<Made, 'no-document' | MakePartsRefusal | MakeTaskRefusal>> {
  const { taskId, document, leadUnitId, assigneeId, approverId } = body;
  if ((taskId === null) === (document === null)) return refused('no-document');
  const calendar = await loadOfficeCalendar(ctx);
  const begin = plainDate(body.beginOn);
  const standing = new Set((await listUnits(ctx)).map((unit) => unit.id as string));
  const isStanding = (id: string) => standing.has(id);
  const forAll = { begin, leadUnitId, assigneeId, approverId };
  const parts = planParts(calendar, from, forAll, isStanding);
  const seen = { templateId: from.id, version: from.version };
  if (taskId !== null) return makeParts(ctx, seen, taskId, parts);
  const dueOn: PlainDate | null =
    from.dueWorkingDays === null ? null : dayAfter(calendar, begin, from.dueWorkingDays);
  const { title, product, activity, note, evidence } = from;
  const task = {
    title,
    product,
    activity,
    note,
    evidence,
    dueText: null,
    dueOn,
    number: document?.number ?? '',
    on: plainDate(document?.on ?? ''),
    issuer: document?.issuer ?? '',
    leadUnitId: from.leadUnitId !== null && isStanding(from.leadUnitId) ? from.leadUnitId : leadUnitId,
    coordinatingUnitIds: from.coordinatingUnitIds.filter(isStanding),
    assigneeId,
    approverId,
  };
  return makeTaskFromAbove(ctx, seen, task, from.steps.length > 0 ? parts : [], false);
}

async function show(ctx: Ctx, templateId = ''): Promise<Shown> {
  const found = await getTemplate(ctx, templateId);
  return { value: written(found), version: found.version, location: `/task-templates/${found.id}` };
}

function written(found: TemplateRecord): z.input<typeof template> {
  const { changedBy: _by, changedAt: _at, leadUnitName: _unit, isLeadEnded: _ended, ...shown } = found;
  return {
    ...shown,
    coordinatingUnitIds: [...shown.coordinatingUnitIds],
    steps: shown.steps.map((step) => ({ ...step, after: [...step.after] })),
  };
}
