import { z } from 'zod';
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
import { plainDate } from '#platform/clock/plain-date.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { createConclusion, discardConclusion, editConclusion, restoreConclusion } from './commands.server.ts';
import {
  type Conclusion,
  conclusionKinds,
  type ConclusionFacts,
  lineStandings,
  type NewLine,
} from './conclusion.ts';
import { conclusionBody, lineBody, linesBody } from './input.ts';
import { addLines, editLine, findLine, takeLinesBack } from './line-commands.server.ts';
import { conclusionList } from './pages/conclusion-list.tsx';
import * as policy from './policy.ts';
import { getConclusion, listConclusions, listLines } from './queries.server.ts';
import { type Texts, texts } from './texts.ts';

const head = {
  id: z.uuid(),
  kind: z.enum(conclusionKinds),
  number: z.string(),
  on: z.iso.date(),
  issuer: z.string(),
  chair: z.string().nullable(),
  title: z.string(),
  link: z.string().nullable(),
  lines: z.int(),
  open: z.int().describe('Points about which nothing is decided yet.'),
  tasks: z.int(),
  done: z.int(),
  late: z.int(),
  version: z.int(),
};
const line = z.object({
  id: z.uuid(),
  batchId: z
    .uuid()
    .describe('Takes back what was confirmed together with it, while nobody has worked on it.'),
  ordinal: z.int(),
  text: z.string(),
  standing: z.enum(lineStandings),
  reason: z.string().nullable(),
  taskId: z.uuid().nullable(),
  version: z.int(),
});
const listed = z.object(head).meta({ id: 'ConclusionHead' });
const whole = z.object({ ...head, points: z.array(line) }).meta({ id: 'Conclusion' });
const sentence = (lang: Lang, { code }: { code: keyof Texts['refusal'] }) => texts(lang).refusal[code];
const example = {
  body: {
    kind: 'meeting',
    number: '45/TB-UBND',
    on: '2026-05-04',
    issuer: 'People’s Committee',
    title: 'Conclusion of the weekly meeting',
  },
};
const lineRefusals = {
  'unknown-choice': 422,
  'due-before-document': 422,
  'unknown-task': 422,
  'several-tasks': 422,
} as const;

/** Conclusions for programs: kept, and their points made tasks. */
export const operations: readonly Operation[] = [
  listOperation({
    id: 'planning.conclusion.list',
    path: '/conclusions',
    summary: (lang) => texts(lang).api.list,
    query: z.strictObject(pageQuery),
    reply: listed,
    run: async (ctx, { query }) => {
      must(policy.read(ctx.actor));
      return pageOfAll(await listConclusions(ctx), query, writtenHead);
    },
  }),
  recordOperation({
    id: 'planning.conclusion.read',
    path: '/conclusions/:id',
    summary: (lang) => texts(lang).api.read,
    reply: whole,
    isVersioned: true,
    run: (ctx, { params }) => show(ctx, params.id),
  }),
  deedOperation({
    id: 'planning.conclusion.create',
    path: '/conclusions',
    summary: (lang) => texts(lang).api.create,
    body: conclusionBody,
    reply: whole,
    status: 201,
    refusals: { 'document-to-come': 422 },
    sentence,
    example,
    run: async (ctx, { body }) => thenShow(await createConclusion(ctx, factsOf(body)), (id) => show(ctx, id)),
  }),
  deedOperation({
    id: 'planning.conclusion.edit',
    path: '/conclusions/:id',
    verb: 'put',
    summary: (lang) => texts(lang).api.edit,
    body: conclusionBody,
    reply: whole,
    isVersioned: true,
    refusals: { 'document-to-come': 422, 'changed-meanwhile': 412 },
    sentence,
    example,
    presentVersion: async (ctx, params) => (await getConclusion(ctx, params.id ?? '')).version,
    run: async (ctx, { params, body, version }) =>
      thenShow(await editConclusion(ctx, params.id ?? '', { facts: factsOf(body), version }), () =>
        show(ctx, params.id),
      ),
  }),
  deedOperation({
    id: 'planning.conclusion.discard',
    path: '/conclusions/:id/discard',
    summary: (lang) => texts(lang).api.discard,
    refusals: { 'has-lines': 409, 'has-files': 409 },
    sentence,
    run: async (ctx, { params }) =>
      thenShow(await discardConclusion(ctx, params.id ?? ''), async () => ({ value: null })),
  }),
  deedOperation({
    id: 'planning.conclusion.restore',
    path: '/conclusions/:id/restore',
    summary: (lang) => texts(lang).api.restore,
    reply: whole,
    run: async (ctx, { params }) =>
      thenShow(await restoreConclusion(ctx, params.id ?? ''), () => show(ctx, params.id)),
  }),
  deedOperation({
    id: 'planning.conclusion.add-lines',
    path: '/conclusions/:id/points',
    summary: (lang) => texts(lang).api.addLines,
    body: linesBody,
    reply: whole,
    maxBytes: 512 * 1024,
    refusals: { ...lineRefusals, 'no-lines': 422, 'too-many': 422 },
    sentence,
    example: { body: { lines: [{ text: 'Review the procedures', decision: { standing: 'open' } }] } },
    run: async (ctx, { params, body }) =>
      thenShow(await addLines(ctx, params.id ?? '', body.lines.map(lineOf)), () => show(ctx, params.id)),
  }),
  deedOperation({
    id: 'planning.conclusion.edit-line',
    path: '/conclusions/:id/points/:line',
    verb: 'put',
    summary: (lang) => texts(lang).api.editLine,
    body: lineBody,
    reply: whole,
    isVersioned: true,
    refusals: { ...lineRefusals, 'changed-meanwhile': 412, 'has-task': 409 },
    sentence,
    example: { body: { text: 'Review the procedures', decision: { standing: 'none', reason: 'done' } } },
    presentVersion: async (ctx, params) => {
      const { id } = await getConclusion(ctx, params.id ?? '');
      return (await findLine(ctx, id, params.line ?? '')).version;
    },
    run: async (ctx, { params, body, version }) => {
      const given = { line: lineOf(body), version };
      return thenShow(await editLine(ctx, params.id ?? '', params.line ?? '', given), () =>
        show(ctx, params.id),
      );
    },
  }),
  deedOperation({
    id: 'planning.conclusion.take-back',
    path: '/conclusions/:id/batches/:batch/take-back',
    summary: (lang) => texts(lang).api.takeBack,
    refusals: { 'worked-on': 409 },
    sentence,
    run: async (ctx, { params }) =>
      thenShow(await takeLinesBack(ctx, params.id ?? '', params.batch ?? ''), async () => ({ value: null })),
  }),
  exportOperation(
    exportOf(conclusionList),
    { path: '/conclusion-exports', summary: (lang) => texts(lang).api.export },
    (ctx) => must(policy.read(ctx.actor)),
  ),
];

function factsOf(body: z.infer<typeof conclusionBody>): ConclusionFacts {
  return { ...body, on: plainDate(body.on) };
}

function lineOf({ text, decision }: z.infer<typeof lineBody>): NewLine {
  if (decision.standing !== 'task') return { text, decision };
  const { task } = decision;
  const dueOn = task.dueOn === null ? null : plainDate(task.dueOn);
  return { text, decision: { standing: 'task', task: { ...task, dueOn } } };
}

async function show(ctx: Ctx, conclusionId = ''): Promise<Shown> {
  const found = await getConclusion(ctx, conclusionId);
  const points = (await listLines(ctx, found.id)).map(({ task, ...one }) => ({
    ...one,
    taskId: task?.id ?? null,
  }));
  return {
    value: { ...writtenHead(found), points },
    version: found.version,
    location: `/conclusions/${found.id}`,
  };
}

function writtenHead(found: Conclusion): z.input<typeof listed> {
  const { changedBy: _by, changedAt: _at, ...shown } = found;
  return shown;
}
