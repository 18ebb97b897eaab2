import { sql } from 'kysely';
import type { ReadDb } from '#platform/db/db.ts';
import { type Id, parseId } from '#platform/db/id.ts';
import { keptQuery } from '#platform/db/kept-query.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { EvidenceOwner } from '../evidence/owner.server.ts';
import type { FreezeFailure, FrozenFacts, FrozenRecord, ShownRows } from './frozen-record.ts';
import { visibleTo } from './visible-to.server.ts';

/** What was frozen, for who sees a record that it proves or is for. */
export async function getFrozen(
  ctx: Ctx,
  owners: readonly EvidenceOwner[],
  frozenId: string,
): Promise<FrozenRecord> {
  const id = parseId(frozenId);
  const row =
    id &&
    (await frozenRecords(ctx).where('z.id', '=', id).where(visibleTo(ctx.actor, owners)).executeTakeFirst());
  if (!row) throw new NotFound();
  return toFrozen(row);
}

/** What a job is to freeze, whoever asked for it. */
export async function findToFreeze(ctx: Ctx, frozenId: string): Promise<FrozenRecord | undefined> {
  const row = await frozenRecords(ctx).where('z.id', '=', frozenId).executeTakeFirst();
  return row && toFrozen(row);
}

interface FrozenFor {
  readonly tenantId: Id<'tenant'>;
  readonly kind: string;
  readonly recordId: string;
}

const unfinishedRows = keptQuery((db, { tenantId, kind, recordId }: FrozenFor) =>
  frozenRecords({ db, tenant: { id: tenantId } })
    .where('z.record_kind', '=', kind)
    .where('z.record_id', '=', recordId)
    .where('z.state', '<>', 'ready')
    .orderBy('z.id')
    .limit(50),
);

/** What is being frozen for a record that the caller has read already, or could not be; oldest first. */
export async function listUnfinished(
  ctx: Ctx,
  owner: Pick<EvidenceOwner, 'kind'>,
  recordId: string,
): Promise<FrozenRecord[]> {
  const rows = await unfinishedRows(ctx.db, { tenantId: ctx.tenant.id, kind: owner.kind, recordId });
  return rows.map(toFrozen);
}

function frozenRecords(ctx: { readonly db: ReadDb; readonly tenant: { readonly id: Id<'tenant'> } }) {
  return ctx.db
    .selectFrom('casework.frozen_record as z')
    .selectAll('z')
    .where('z.tenant_id', '=', ctx.tenant.id);
}

function toFrozen(
  row: Awaited<ReturnType<ReturnType<typeof frozenRecords>['execute']>>[number],
): FrozenRecord {
  return {
    id: row.id as Id<'frozen-record'>,
    recordKind: row.record_kind,
    recordId: row.record_id,
    accountId: row.account_id,
    askedByName: row.asked_by_name,
    askedAt: row.asked_at,
    source: row.source,
    query: row.query,
    title: row.title,
    lang: row.lang as FrozenRecord['lang'],
    state: row.state as FrozenRecord['state'],
    failure: row.failure as FreezeFailure | null,
    anewOf: row.anew_of,
    frozen: factsOf(row),
  };
}

function factsOf(row: {
  frozen_at: Date | null;
  row_count: number | null;
  conditions: string[];
  first_rows: unknown;
  evidence_id: string | null;
  version: number | null;
}): FrozenFacts | null {
  const { frozen_at: at, row_count: rowCount, evidence_id: evidenceId, version } = row;
  if (at === null || rowCount === null || evidenceId === null || version === null) return null;
  return {
    at,
    rowCount,
    conditions: row.conditions,
    shown: row.first_rows as ShownRows,
    evidenceId,
    version,
  };
}

/** Where a frozen record is read: the record that it is for, or one that it proves, that this person sees. */
export interface ProofPlace {
  readonly owner: EvidenceOwner;
  readonly recordId: string;
  /** The attachment that bears the rows; undefined while there is none. */
  readonly attachmentId: string | undefined;
}

/** The place of what the caller has read already; its own record first. `NotFound` where it proves nothing any more. */
export async function findProofOf(
  ctx: Ctx,
  owners: readonly EvidenceOwner[],
  one: FrozenRecord,
): Promise<ProofPlace> {
  const own = owners.find(({ kind }) => kind === one.recordKind);
  if (!one.frozen) {
    if (!own) throw new NotFound();
    return { owner: own, recordId: one.recordId, attachmentId: undefined };
  }
  for (const owner of owners) {
    const row = await ctx.db
      .selectFrom('casework.evidence_attachment as a')
      .select(['a.id', 'a.record_id'])
      .where('a.tenant_id', '=', ctx.tenant.id)
      .where('a.evidence_id', '=', one.frozen.evidenceId)
      .where('a.record_kind', '=', owner.kind)
      .where('a.removed_at', 'is', null)
      .where(owner.visibleTo(ctx.actor))
      .orderBy(sql`a.record_id = ${one.recordId}`, 'desc')
      .orderBy('a.id')
      .limit(1)
      .executeTakeFirst();
    if (row) return { owner, recordId: row.record_id, attachmentId: row.id };
  }
  throw new NotFound();
}
