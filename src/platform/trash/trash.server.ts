import type { Db } from '#platform/db/db.ts';
import { newId } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';

/** What an act threw away: the record, what it is called, and why where the person was asked. */
export interface ThrownAway {
  readonly kind: string;
  readonly recordId: string;
  readonly title: string;
  readonly reason?: string | undefined;
  /** The record's version, where it may come back only as it went. */
  readonly version?: number | undefined;
}

const longestTitle = 300;

/** Notes inside the act's own transaction that a record was thrown away; one thrown away before is noted anew. */
export async function putIntoTrash(
  db: Db,
  ctx: Pick<Ctx, 'actor' | 'tenant'>,
  act: string,
  at: Date,
  thrown: ThrownAway,
): Promise<void> {
  const facts = {
    title: thrown.title.slice(0, longestTitle),
    act,
    reason: thrown.reason ?? '',
    actor_id: ctx.actor.accountId,
    actor_name: ctx.actor.name,
    thrown_at: at,
    record_version: thrown.version ?? null,
  };
  await db
    .insertInto('platform.trash_entry')
    .values({
      tenant_id: ctx.tenant.id,
      id: newId<'trash-entry'>(),
      kind: thrown.kind,
      record_id: thrown.recordId,
      ...facts,
    })
    .onConflict((conflict) => conflict.constraint('trash_entry_record_key').doUpdateSet(facts))
    .execute();
}

/** Notes inside the act's own transaction that a record is back, however it came back. */
export async function takeOutOfTrash(
  db: Db,
  ctx: Pick<Ctx, 'tenant'>,
  record: { kind: string; recordId: string },
): Promise<void> {
  await db
    .deleteFrom('platform.trash_entry')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('kind', '=', record.kind)
    .where('record_id', '=', record.recordId)
    .execute();
}

/** When a record was thrown away and in which version; undefined when it is not in the trash. */
export async function findThrown(
  ctx: Pick<Ctx, 'db' | 'tenant'>,
  record: { kind: string; recordId: string },
): Promise<{ at: Date; version: number | null } | undefined> {
  const row = await ctx.db
    .selectFrom('platform.trash_entry')
    .select(['thrown_at', 'record_version'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('kind', '=', record.kind)
    .where('record_id', '=', record.recordId)
    .executeTakeFirst();
  return row && { at: new Date(row.thrown_at), version: row.record_version };
}
