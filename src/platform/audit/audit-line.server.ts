import type { Db } from '#platform/db/db.ts';
import { newId } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';

/** What an act changed: the record, and its facts before and after (null where there was or is none). */
export interface AuditEntry {
  readonly recordKind: string;
  readonly recordId: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** Writes the audit line of an act inside the act's own transaction. */
export async function writeAuditLine(
  db: Db,
  ctx: Pick<Ctx, 'actor' | 'tenant' | 'requestId' | 'remoteAddress'>,
  act: string,
  at: Date,
  entry: AuditEntry,
): Promise<void> {
  await db
    .insertInto('platform.audit_line')
    .values({
      tenant_id: ctx.tenant.id,
      at,
      id: newId<'audit-line'>(),
      act,
      actor_kind: ctx.actor.kind,
      actor_id: ctx.actor.accountId,
      actor_name: ctx.actor.name,
      record_kind: entry.recordKind,
      record_id: entry.recordId,
      before: entry.before && JSON.stringify(entry.before),
      after: entry.after && JSON.stringify(entry.after),
      request_id: ctx.requestId,
      remote_address: ctx.remoteAddress,
    })
    .execute();
}
