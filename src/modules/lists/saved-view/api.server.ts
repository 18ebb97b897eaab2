import { z } from 'zod';
import { deedOperation, listOperation, type Operation, recordOperation } from '#platform/api/operation.ts';
import { pageOfAll, pageQuery } from '#platform/api/page-query.ts';
import { done, type Outcome } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { deleteView, editView, restoreView, saveView } from './commands.server.ts';
import { listPath, viewBody, viewEditBody } from './input.ts';
import { getView, listViews } from './queries.server.ts';
import type { SavedView } from './saved-view.ts';
import { texts } from './texts.ts';

const view = z
  .object({
    id: z.uuid(),
    list: z.string().describe('The address of the list among the pages.'),
    name: z.string(),
    query: z.string().describe('The filter as it stands in the address of the list.'),
    ownerId: z.uuid(),
    ownerName: z.string(),
    isShared: z.boolean(),
    isPinned: z.boolean(),
    isUsual: z.boolean(),
    isDeleted: z.boolean(),
  })
  .meta({ id: 'SavedView' });

const refusals = { 'name-taken': 409, 'too-many': 409 } as const;
const act = 'lists.saved-view.keep';

/** Saved views for programs: the same as on the page of views. */
export const operations: readonly Operation[] = [
  listOperation({
    id: 'lists.saved-view.list',
    path: '/views',
    summary: (lang) => texts(lang).api.list,
    query: z.strictObject({ ...pageQuery, list: listPath.optional() }),
    reply: view,
    run: async (ctx, { query }) => pageOfAll(await listViews(ctx, query.list), query, written),
  }),
  recordOperation({
    id: 'lists.saved-view.get',
    path: '/views/:id',
    summary: (lang) => texts(lang).api.get,
    reply: view,
    run: (ctx, { params }) => show(ctx, params.id),
  }),
  deedOperation({
    id: 'lists.saved-view.create',
    act,
    path: '/views',
    summary: (lang) => texts(lang).api.create,
    body: viewBody,
    reply: view,
    status: 201,
    refusals,
    sentence: (lang, { code }) => texts(lang).refusal[code],
    example: { body: { list: '/nhiem-vu', query: 'trang-thai=open', name: 'Open' } },
    run: async (ctx, { body }) => {
      const saved = await saveView(ctx, body);
      return saved.ok
        ? done({ ...(await show(ctx, saved.value)), location: `/views/${saved.value}` })
        : saved;
    },
  }),
  deedOperation({
    id: 'lists.saved-view.edit',
    act,
    verb: 'put',
    path: '/views/:id',
    summary: (lang) => texts(lang).api.edit,
    body: viewEditBody,
    reply: view,
    refusals,
    sentence: (lang, { code }) => texts(lang).refusal[code],
    example: { body: { name: 'Open', shared: false, pinned: true, usual: false } },
    run: async (ctx, { params, body }) => shown(ctx, params.id, await editView(ctx, params.id ?? '', body)),
  }),
  deedOperation({
    id: 'lists.saved-view.delete',
    path: '/views/:id/delete',
    summary: (lang) => texts(lang).api.delete,
    reply: view,
    refusals: { deleted: 409 },
    sentence: (lang, { code }) => texts(lang).inTrash.refusal[code] ?? code,
    run: async (ctx, { params }) => shown(ctx, params.id, await deleteView(ctx, params.id ?? '')),
  }),
  deedOperation({
    id: 'lists.saved-view.restore',
    path: '/views/:id/restore',
    summary: (lang) => texts(lang).api.restore,
    reply: view,
    refusals: { 'not-deleted': 409, 'name-taken': 409 },
    sentence: (lang, { code }) => texts(lang).inTrash.refusal[code] ?? code,
    run: async (ctx, { params }) => shown(ctx, params.id, await restoreView(ctx, params.id ?? '')),
  }),
];

async function shown<Code extends string>(
  ctx: Ctx,
  id: string | undefined,
  outcome: Outcome<undefined, Code>,
) {
  return outcome.ok ? done(await show(ctx, id)) : outcome;
}

async function show(ctx: Ctx, id = '') {
  return { value: written(await getView(ctx, id)) };
}

function written({ deletedAt, ...rest }: SavedView): z.input<typeof view> {
  return { ...rest, isDeleted: deletedAt !== null };
}
