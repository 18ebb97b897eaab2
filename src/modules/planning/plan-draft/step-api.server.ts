import { z } from 'zod';
import { deedOperation, type Operation, recordOperation } from '#platform/api/operation.ts';
import { acceptClearRows } from './commands/edit.server.ts';
import { mendRows } from './commands/mend.server.ts';
import { redoStep, undoStep } from './commands/steps.server.ts';
import { mendBody } from './input.ts';
import { getDraft } from './queries.server.ts';
import { listSteps } from './review.server.ts';
import { editable, nothing, onDraft, plain, sentence } from './row-operation.server.ts';
import { texts } from './texts.ts';

const step = z.object({
  ordinal: z.int(),
  deed: z.string(),
  actorName: z.string(),
  at: z.iso.datetime(),
  isUndone: z.boolean(),
});

/** Steps of a review for programs: read, taken on many rows at once, and taken back. */
export const operations: readonly Operation[] = [
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
