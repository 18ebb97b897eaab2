import { z } from 'zod';
import { deedOperation, type Operation, recordOperation } from '#platform/api/operation.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { restoreEntry } from './commands.server.ts';
import { trashApiQuery } from './input.ts';
import { listTrash } from './queries.server.ts';
import { texts } from './texts.ts';
import type { TrashEntry } from './trash.ts';

const entry = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    recordId: z.uuid(),
    title: z.string(),
    reason: z.string(),
    actorName: z.string(),
    thrownAt: z.iso.datetime(),
    purgedFrom: z.iso.datetime(),
  })
  .meta({ id: 'TrashEntry' });

/** The trash for programs: what can be brought back, and bringing it back by the right of its own kind. */
export const operations: readonly Operation[] = [
  recordOperation({
    id: 'workbench.trash.list',
    scopes: [['workbench.trash']],
    path: '/trash',
    summary: (lang) => texts(lang).api.list,
    query: trashApiQuery,
    reply: z.object({
      items: z.array(entry),
      next: z.uuid().nullable().describe('What to send as before to go on.'),
    }),
    run: async (ctx, { query }) => {
      const { entries, next } = await listTrash(ctx, { kind: query.kind, before: query.before });
      return { value: { items: entries.map(written), next: next ?? null } };
    },
  }),
  deedOperation({
    id: 'workbench.trash.restore',
    path: '/trash/:id/restore',
    summary: (lang) => texts(lang).api.restore,
    refusals: { 'not-restored': 409 },
    sentence: (_lang, { detail }) => String(detail.sentence),
    run: async (ctx, { params }): Promise<Outcome<{ value: null }, 'not-restored'>> => {
      const { entry: found, outcome } = await restoreEntry(ctx, params.id ?? '');
      if (outcome.ok) return done({ value: null });
      return refused('not-restored', { sentence: found.kind.refusal(ctx.lang, outcome.code) });
    },
  }),
];

function written({ kind, thrownAt, purgedFrom, ...found }: TrashEntry): z.input<typeof entry> {
  return {
    ...found,
    kind: kind.kind,
    thrownAt: thrownAt.toISOString(),
    purgedFrom: purgedFrom.toISOString(),
  };
}
