import { z } from 'zod';
import {
  deedOperation,
  listOperation,
  type Operation,
  recordOperation,
  thenShow,
} from '#platform/api/operation.ts';
import { pageOfAll, pageQuery } from '#platform/api/page-query.ts';
import { type Outcome, refused } from '#platform/db/outcome.ts';
import { pairRow } from './commands/amend.server.ts';
import { editRow } from './commands/edit.server.ts';
import { addRow, mergeRow, moveRow, moveWords, splitRow } from './commands/rearrange.server.ts';
import { addBody, editRowBody, mergeBody, moveRowBody, moveWordsBody, pairBody, splitBody } from './input.ts';
import { fromFields, toFields } from './parts/row-fields.tsx';
import { type PlanDraft, rowKinds } from './plan-draft.ts';
import { getDraft, listRows } from './queries.server.ts';
import {
  editable,
  getRow,
  nothing,
  onDraft,
  onRow,
  plain,
  row,
  sentence,
  showRow,
  versioned,
  written,
} from './row-operation.server.ts';
import { texts } from './texts.ts';

/** Rows of a draft for programs: read, added, mended, joined, cut, moved and paired. */
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
];

function yearsOf(draft: PlanDraft): { from: number; to: number } {
  const from = draft.head?.year_from ?? draft.createdAt.getFullYear();
  return { from, to: draft.head?.year_to ?? from };
}
