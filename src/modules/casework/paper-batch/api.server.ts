import { z } from 'zod';
import { deedOperation, fileOperation, type Operation, recordOperation } from '#platform/api/operation.ts';
import { done } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { orderBatch } from './commands.server.ts';
import { batchBody } from './input.ts';
import { openBatch } from './pages/batch.tsx';
import { batchFailures } from './paper-batch.ts';
import * as policy from './policy.ts';
import { getBatch } from './queries.server.ts';
import { texts } from './texts.ts';

const reply = z
  .object({
    id: z.uuid(),
    state: z.enum(['waiting', 'ready', 'failed']),
    failure: z.enum(batchFailures).nullable(),
    paperCount: z.int(),
    file: z.object({ sha256: z.string(), byteCount: z.int() }).nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'PaperBatch' });

/** Only who sees papers puts them together. */
const withPapers = ['casework.paper-batch', 'casework.issued-paper'];

/** Papers in one file for programs; the key must be that of a person. */
export const operations: readonly Operation[] = [
  deedOperation({
    id: 'casework.paper-batch.make',
    path: '/paper-batches',
    summary: (lang) => texts(lang).api.make,
    body: batchBody,
    reply,
    scopes: [withPapers],
    status: 202,
    refusals: { nothing: 409, 'too-many': 409 },
    sentence: (lang, { code }) => texts(lang).refusal[code],
    example: { body: { paperIds: ['01890a5d-ac96-774b-bcce-b302099a8057'] } },
    run: async (ctx, { body }) => {
      must(policy.make(ctx.actor));
      const made = await orderBatch(ctx, body.paperIds);
      if (!made.ok) return made;
      return done({ ...(await shown(ctx, made.value)), location: `/paper-batches/${made.value}` });
    },
  }),
  recordOperation({
    id: 'casework.paper-batch.get',
    path: '/paper-batches/:id',
    scopes: [['read'], withPapers],
    summary: (lang) => texts(lang).api.get,
    reply,
    run: (ctx, { params }) => shown(ctx, params.id ?? ''),
  }),
  fileOperation({
    id: 'casework.paper-batch.download',
    path: '/paper-batches/:id/file',
    scopes: [['read'], withPapers],
    summary: (lang) => texts(lang).api.download,
    mediaTypes: ['application/pdf'],
    run: (ctx, { params }) => openBatch(ctx, params.id ?? ''),
  }),
];

async function shown(ctx: Ctx, id: string): Promise<{ value: z.input<typeof reply> }> {
  const one = await getBatch(ctx, id);
  const { state, failure, paperCount, file } = one;
  const value = { id: one.id, state, failure, paperCount, file };
  return { value: { ...value, createdAt: one.createdAt.toISOString() } };
}
