import { z } from 'zod';
import { deedOperation, fileOperation, type Operation, recordOperation } from '#platform/api/operation.ts';
import { done } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { orderPackage } from './commands.server.ts';
import { packageFailures } from './evidence-package.ts';
import { packageBody } from './input.ts';
import type { PackageOwner } from './package-owner.server.ts';
import { openPackage } from './pages/package.tsx';
import * as policy from './policy.ts';
import { getPackage } from './queries.server.ts';
import { texts } from './texts.ts';

const reply = z
  .object({
    id: z.uuid(),
    title: z.string(),
    state: z.enum(['waiting', 'ready', 'failed']),
    failure: z.enum(packageFailures).nullable(),
    recordCount: z.int(),
    fileCount: z.int(),
    leftOutCount: z.int(),
    file: z.object({ sha256: z.string(), byteCount: z.int() }).nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'EvidencePackage' });

/**
 * Packages of the evidence of one kind of record for programs; the key must be that of a person.
 * @param base of such records within the API, such as `/tasks`
 */
export function packageOperations(packed: PackageOwner, base: string): readonly Operation[] {
  const order = async (ctx: Ctx, asked: Parameters<typeof orderPackage>[2]) => {
    must(policy.make(ctx.actor));
    const made = await orderPackage(ctx, packed, asked);
    if (!made.ok) return made;
    return done({ ...(await shown(ctx, made.value)), location: `/evidence-packages/${made.value}` });
  };
  return [
    deedOperation({
      id: `casework.${packed.owner.kind}-evidence-package.make`,
      act: 'casework.evidence-package.make',
      path: `${base}-evidence-packages`,
      summary: (lang) => texts(lang).api.make,
      body: packageBody,
      reply,
      status: 202,
      refusals: {},
      sentence: () => '',
      example: { body: { query: '' } },
      run: (ctx, { body }) =>
        order(ctx, {
          title: packed.title(ctx),
          query: packed.readQuery(new URLSearchParams(body.query)),
          recordId: null,
        }),
    }),
    recordOperation({
      id: 'casework.evidence-package.get',
      path: '/evidence-packages/:id',
      summary: (lang) => texts(lang).api.get,
      reply,
      run: (ctx, { params }) => shown(ctx, params.id ?? ''),
    }),
    fileOperation({
      id: 'casework.evidence-package.download',
      path: '/evidence-packages/:id/file',
      summary: (lang) => texts(lang).api.download,
      mediaTypes: ['application/zip'],
      run: (ctx, { params }) => openPackage(ctx, params.id ?? '', [packed]),
    }),
  ];
}

async function shown(ctx: Ctx, id: string): Promise<{ value: z.input<typeof reply> }> {
  const one = await getPackage(ctx, id);
  const { title, state, failure, recordCount, fileCount, leftOutCount, file } = one;
  const value = { id: one.id, title, state, failure, recordCount, fileCount, leftOutCount, file };
  return { value: { ...value, createdAt: one.createdAt.toISOString() } };
}
