import { sql } from 'kysely';
import type { Db } from '#platform/db/db.ts';
import { gather, type Gathering } from '#platform/db/gathered.ts';
import { newId } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';

/** What an act changed: the record, and its facts before and after (null where there was or is none). */
export interface AuditEntry {
  readonly recordKind: string;
  readonly recordId: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

type Line = ReturnType<typeof lineOf>;

/** The audit lines of one transaction, in one statement before it commits: an act on five hundred records asks once. */
const lines: Gathering<Line> = {
  async write(db, items) {
    await sql`
      insert into platform.audit_line (tenant_id, at, id, act, actor_kind, actor_id, actor_name, record_kind, record_id,
        before, after, request_id, remote_address)
      select tenant_id, at, id, act, actor_kind, actor_id, actor_name, record_kind, record_id,
        before::jsonb, after::jsonb, request_id, remote_address
      from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as line(tenant_id uuid, at timestamptz, id uuid, act text,
        actor_kind text, actor_id uuid, actor_name text, record_kind text, record_id uuid,
        before text, after text, request_id text, remote_address text)`.execute(db);
  },
};

/** Leaves the audit line of an act to the transaction that the act is done in; it stands when that has committed. */
export function writeAuditLine(
  db: Db,
  ctx: Pick<Ctx, 'actor' | 'tenant' | 'requestId' | 'remoteAddress'>,
  act: string,
  at: Date,
  entry: AuditEntry,
): void {
  gather(db, lines, lineOf(ctx, act, at, entry));
}

function lineOf(
  ctx: Pick<Ctx, 'actor' | 'tenant' | 'requestId' | 'remoteAddress'>,
  act: string,
  at: Date,
  entry: AuditEntry,
) {
  return {
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
  };
}
