import { z } from 'zod';
import {
  deedOperation,
  listOperation,
  type Operation,
  recordOperation,
  type Shown,
  thenShow,
} from '#platform/api/operation.ts';
import { pageOfAll, pageQuery } from '#platform/api/page-query.ts';
import { type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { pairRow } from './commands/amend.server.ts';
import { acceptClearRows, editRow } from './commands/edit.server.ts';
import { mendRows } from './commands/mend.server.ts';
import { addRow, mergeRow, moveRow, moveWords, splitRow } from './commands/rearrange.server.ts';
import { redoStep, undoStep } from './commands/steps.server.ts';
import {
  addBody,
  editRowBody,
  mendBody,
  mergeBody,
  moveRowBody,
  moveWordsBody,
  pairBody,
  splitBody,
} from './input.ts';
import { fromFields, toFields } from './parts/row-fields.tsx';
import { type AnyRow, type PlanDraft, rowKinds, rowStates } from './plan-draft.ts';
import * as policy from './policy.ts';
import { getDraft, listRows } from './queries.server.ts';
import { listSteps } from './review.server.ts';
import { texts } from './texts.ts';

const row = z
  .object({
    id: z.uuid(),
    kind: z.enum(rowKinds),
    state: z.enum(rowStates),
    ordinal: z.number().describe('Only the order of the numbers means something.'),
    fields: z
      .record(z.string(), z.string())
      .describe('As in the review: days are dd/mm/yyyy, lists have one entry a line.'),
    doubts: z.array(z.record(z.string(), z.unknown())),
    pair: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'PlanDraftRow' });
const step = z.object({
  ordinal: z.int(),
  deed: z.string(),
  actorName: z.string(),
  at: z.iso.datetime(),
  isUndone: z.boolean(),
});

const plain = { 'wrong-state': 409, 'nothing-changed': 409 } as const;
const versioned = { ...plain, 'changed-meanwhile': 412 } as const;
type Code =
  | keyof typeof versioned
  | 'no-neighbour'
  | 'tail-not-found'
  | 'words-not-found'
  | 'nothing-to-undo'
  | 'nothing-to-redo'
  | 'wrong-fields';

function sentence(
  lang: Lang,
  { code, detail }: { code: Code; detail: Readonly<Record<string, unknown>> },
): string {
  const t = texts(lang);
  return code === 'wrong-fields' ? `${t.fault.text} (${String(detail.fields)})` : t.refusal[code];
}

const presentVersion: NonNullable<Operation['presentVersion']> = async (ctx, params) =>
  (await getRow(ctx, params)).version;

/** Rows of a draft for programs: read, mended, joined, cut, moved, and every step taken back. */
export const operations: readonly Operation[] = [
  listOperation({
    id: 'planning.plan-draft.list-rows',
    path: '/drafts/:id/rows',
    summary: (lang) => texts(lang).api.rows,
    query: z.strictObject({ ...pageQuery, kind: z.enum(rowKinds).optional() }),
    reply: row,
    run: async (ctx, { params, query }) => {
      const { id } = await getDraft(ctx, params.id ?? '');
      const rows = await listRows(ctx, id);
      return pageOfAll(
        rows.filter((one) => query.kind === undefined || one.kind === query.kind),
        query,
        written,
      );
    },
  }),
  recordOperation({
    id: 'planning.plan-draft.get-row',
    path: '/drafts/:id/rows/:row',
    summary: (lang) => texts(lang).api.row,
    reply: row,
    isVersioned: true,
    run: (ctx, { params }) => showRow(ctx, params),
  }),
  recordOperation({
    id: 'planning.plan-draft.list-steps',
    path: '/drafts/:id/steps',
    summary: (lang) => texts(lang).api.steps,
    reply: z.object({ items: z.array(step) }),
    run: async (ctx, { params }) => {
      const { id } = await getDraft(ctx, params.id ?? '');
      return { value: { items: await listSteps(ctx, id) } };
    },
  }),
  deedOperation({
    ...onDraft('add-row', '/drafts/:id/rows'),
    body: addBody,
    reply: row,
    status: 201,
    refusals: plain,
    sentence,
    example: { body: { kind: 'task' } },
    run: async (ctx, { params, body }) => {
      const { id } = await editable(ctx, params);
      const outcome = await addRow(ctx, id, { kind: body.kind, afterId: body.after });
      return thenShow(outcome, async (rowId) => ({
        ...(await showRow(ctx, { id, row: rowId })),
        location: `/drafts/${id}/rows/${rowId}`,
      }));
    },
  }),
  deedOperation({
    ...onRow('edit-row', 'edit'),
    body: editRowBody,
    reply: row,
    refusals: { ...versioned, 'wrong-fields': 422 },
    sentence,
    example: { body: { state: 'accepted' } },
    run: async (ctx, { params, body, version }) => {
      const draft = await editable(ctx, params);
      const found = await getRow(ctx, params);
      const given =
        body.fields && fromFields(found.kind, { ...toFields(found), ...body.fields }, yearsOf(draft));
      const outcome: Outcome<undefined, keyof typeof versioned | 'wrong-fields'> =
        given && !given.ok
          ? refused('wrong-fields', { fields: given.wrong.join(', ') })
          : await editRow(ctx, draft.id, found.id, {
              data: given?.data,
              state: body.state ?? found.state,
              version,
            });
      return thenShow(outcome, () => showRow(ctx, params));
    },
  }),
  deedOperation({
    ...onRow('merge-rows', 'merge'),
    body: mergeBody,
    refusals: { ...versioned, 'no-neighbour': 409 },
    sentence,
    example: { body: { with: 'before' } },
    run: async (ctx, { params, body, version }) => {
      const { id } = await editable(ctx, params);
      return nothing(await mergeRow(ctx, id, params.row ?? '', { with: body.with, version }));
    },
  }),
  deedOperation({
    ...onRow('split-row', 'split'),
    body: splitBody,
    reply: row,
    refusals: { ...versioned, 'tail-not-found': 422 },
    sentence,
    example: { body: { field: 'task', tail: 'the end' } },
    run: async (ctx, { params, body, version }) => {
      const { id } = await editable(ctx, params);
      return thenShow(await splitRow(ctx, id, params.row ?? '', { ...body, version }), () =>
        showRow(ctx, params),
      );
    },
  }),
  deedOperation({
    ...onRow('move-words', 'move-words'),
    body: moveWordsBody,
    reply: row,
    refusals: { ...versioned, 'words-not-found': 422 },
    sentence,
    example: {
      body: {
        field: 'task',
        words: 'some words',
        toRowId: '00000000-0000-4000-8000-000000000000',
        toField: 'product',
      },
    },
    run: async (ctx, { params, body, version }) => {
      const { id } = await editable(ctx, params);
      return thenShow(await moveWords(ctx, id, params.row ?? '', { ...body, version }), () =>
        showRow(ctx, params),
      );
    },
  }),
  deedOperation({
    ...onRow('move-row', 'move'),
    body: moveRowBody,
    reply: row,
    refusals: { ...versioned, 'no-neighbour': 409 },
    sentence,
    example: { body: { to: 'before' } },
    run: async (ctx, { params, body, version }) => {
      const { id } = await editable(ctx, params);
      return thenShow(await moveRow(ctx, id, params.row ?? '', { to: body.to, version }), () =>
        showRow(ctx, params),
      );
    },
  }),
  deedOperation({
    ...onRow('pair-row', 'pair'),
    body: pairBody,
    reply: row,
    refusals: versioned,
    sentence,
    example: { body: { pair: 'none' } },
    run: async (ctx, { params, body, version }) => {
      const { id } = await editable(ctx, params);
      return thenShow(await pairRow(ctx, id, params.row ?? '', { pair: body.pair, version }), () =>
        showRow(ctx, params),
      );
    },
  }),
  deedOperation({
    ...onDraft('mend', '/drafts/:id/mend'),
    body: mendBody,
    refusals: { ...plain, 'changed-meanwhile': 409 },
    sentence,
    example: { body: { code: 'number-gap', rows: [], mend: 0 } },
    run: async (ctx, { params, body }) => {
      const { id } = await editable(ctx, params);
      return nothing(
        await mendRows(ctx, id, { code: body.code, keys: body.rows.join(' '), mend: body.mend }),
      );
    },
  }),
  deedOperation({
    ...onDraft('accept-clear', '/drafts/:id/accept-clear'),
    refusals: plain,
    sentence,
    run: async (ctx, { params }) => nothing(await acceptClearRows(ctx, (await editable(ctx, params)).id)),
  }),
  deedOperation({
    ...onDraft('undo', '/drafts/:id/undo'),
    refusals: { 'wrong-state': 409, 'nothing-to-undo': 409 },
    sentence,
    run: async (ctx, { params }) => nothing(await undoStep(ctx, (await editable(ctx, params)).id)),
  }),
  deedOperation({
    ...onDraft('redo', '/drafts/:id/redo'),
    refusals: { 'wrong-state': 409, 'nothing-to-redo': 409 },
    sentence,
    run: async (ctx, { params }) => nothing(await redoStep(ctx, (await editable(ctx, params)).id)),
  }),
];

type Verb = keyof ReturnType<typeof texts>['api']['row-deeds'];

/** What every deed on the rows of a draft is: one edit of the draft. */
function onDraft(verb: Verb, path: string) {
  return {
    id: `planning.plan-draft.${verb}`,
    act: 'planning.plan-draft.edit',
    path,
    summary: (lang: Lang) => texts(lang).api['row-deeds'][verb],
  };
}

function onRow(verb: Verb, deed: string) {
  return { ...onDraft(verb, `/drafts/:id/rows/:row/${deed}`), isVersioned: true, presentVersion };
}

type Params = Readonly<Record<string, string>>;

/** The draft, for whoever may mend it. */
async function editable(ctx: Ctx, params: Params): Promise<PlanDraft> {
  const found = await getDraft(ctx, params.id ?? '');
  must(policy.edit(ctx.actor));
  return found;
}

async function getRow(ctx: Ctx, params: Params): Promise<AnyRow> {
  const { id } = await getDraft(ctx, params.id ?? '');
  const found = (await listRows(ctx, id)).find((one) => one.id === params.row);
  if (!found) throw new NotFound();
  return found;
}

function nothing<Refusal extends string>(outcome: Outcome<unknown, Refusal>) {
  return thenShow(outcome, async (): Promise<Shown> => ({ value: null }));
}

async function showRow(ctx: Ctx, params: Params): Promise<Shown> {
  const found = await getRow(ctx, params);
  return { value: written(found), version: found.version };
}

function yearsOf(draft: PlanDraft): { from: number; to: number } {
  const from = draft.head?.year_from ?? draft.createdAt.getFullYear();
  return { from, to: draft.head?.year_to ?? from };
}

function written(found: AnyRow): z.input<typeof row> {
  const { id, kind, state, ordinal, pair, version } = found;
  const doubts = found.doubts.map((one) => ({ ...one }));
  return { id, kind, state, ordinal, fields: toFields(found), doubts, pair, version };
}
