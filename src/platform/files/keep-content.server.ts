import type { Act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { ReceivedFile } from './receive-file.ts';
import { scanJobName } from './scan-job.server.ts';

/**
 * Notes inside an act that a received file is to stay, and gives the content that the act's own row must name. The row of
 * the content is held until the act ends, so that nobody removes the content meanwhile; whatever happened before, the
 * store holds it then. Without a row that names it, it is removed again in a few days.
 */
export async function keepContent(
  ctx: Pick<Ctx, 'tenant'>,
  tx: Pick<Act, 'db' | 'now' | 'enqueue'>,
  file: ReceivedFile,
): Promise<Id<'file-content'>> {
  const row = await tx.db
    .insertInto('platform.file_content')
    .values({
      tenant_id: ctx.tenant.id,
      id: newId<'file-content'>(),
      sha256: Buffer.from(file.sha256, 'hex'),
      byte_count: file.byteCount,
      media_type: file.mediaType,
      readability: file.readability,
      scan: file.scan,
      first_kept_at: tx.now,
      last_kept_at: tx.now,
    })
    .onConflict((conflict) =>
      conflict.constraint('file_content_hash_key').doUpdateSet((eb) => ({
        last_kept_at: eb.ref('excluded.last_kept_at'),
      })),
    )
    .returning(['id', 'scan'])
    .executeTakeFirstOrThrow();
  await file.ensureHeld();
  if (row.scan === 'waiting')
    await tx.enqueue({
      name: scanJobName,
      payload: { contentId: row.id },
      key: `${scanJobName}:${row.id}`,
    });
  return row.id as Id<'file-content'>;
}
