import { plainDateAt } from '#platform/clock/plain-date.ts';
import { type Act, act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { ReceivedFile } from '#platform/files/receive-file.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import {
  auditedFacts,
  type NewVersion,
  writeEvidence,
  writeVersion,
} from '../../evidence/attachment.server.ts';
import { mostOfOneRecord } from '../../evidence/evidence.ts';
import type { EvidenceOwner, ProvenRecord } from '../../evidence/owner.server.ts';
import * as evidencePolicy from '../../evidence/policy.ts';
import { countAttached } from '../../evidence/queries.server.ts';
import { fileEnding, type FreezeFailure, type FrozenRecord, type ShownRows } from '../frozen-record.ts';
import { lockReplaced, whatOf } from '../what-is-frozen.server.ts';
import * as policy from '../policy.ts';

/** The rows as they stood at one moment, in their file. */
export interface FrozenRows {
  readonly at: Date;
  readonly rowCount: number;
  readonly conditions: readonly string[];
  readonly shown: ShownRows;
  readonly file: ReceivedFile;
}

/** Attaches what was frozen to its record, in the name of the person who asked; once, however often the job runs. */
export function finishFreeze(
  ctx: Ctx,
  owner: EvidenceOwner,
  one: FrozenRecord,
  rows: FrozenRows,
): Promise<Outcome<undefined, 'not-waiting' | 'too-many'>> {
  return act<undefined, 'not-waiting' | 'too-many'>(ctx, 'casework.evidence.attach', async (tx) => {
    const record = await owner.find(ctx, one.recordId);
    must(evidencePolicy.attach(record));
    if (!(await lockWaiting(ctx, tx, one))) return refused('not-waiting');
    const given = {
      title: `${one.title}${fileEnding}`,
      file: rows.file,
      // The day of the rows is that of the freezing: by it the year is judged.
      issuedOn: plainDateAt(rows.at),
    };
    const made =
      one.anewOf === null
        ? await makeProof(ctx, tx, owner, record, given)
        : await makeVersion(ctx, tx, owner, record, one.anewOf, given);
    if (!made) return refused('too-many');
    await tx.db
      .updateTable('casework.frozen_record')
      .set({
        state: 'ready',
        frozen_at: rows.at,
        row_count: rows.rowCount,
        conditions: [...rows.conditions],
        first_rows: JSON.stringify(rows.shown),
        evidence_id: made.evidenceId,
        version: made.version,
        anew_of: null,
      })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', one.id)
      .execute();
    await tx.audit({
      recordKind: owner.kind,
      recordId: record.id,
      before: null,
      after: {
        evidence: made.id,
        version: made.version,
        ...auditedFacts(given),
        ...whatOf(one.source, one.query),
        rows: rows.rowCount,
      },
    });
    return done();
  });
}

/** Says that nothing could be frozen, and why; it can be tried again. */
export function failFreeze(
  ctx: Ctx,
  one: FrozenRecord,
  failure: FreezeFailure,
): Promise<Outcome<undefined, 'not-waiting'>> {
  return act<undefined, 'not-waiting'>(ctx, 'casework.frozen-record.record', async (tx) => {
    must(policy.record(ctx.actor));
    if (!(await lockWaiting(ctx, tx, one))) return refused('not-waiting');
    await tx.db
      .updateTable('casework.frozen_record')
      .set({ state: 'failed', failure })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', one.id)
      .execute();
    await tx.audit({
      recordKind: one.recordKind,
      recordId: one.recordId,
      before: null,
      after: { frozen: one.id, failure },
    });
    return done();
  });
}

async function lockWaiting(ctx: Ctx, tx: Act, one: FrozenRecord): Promise<boolean> {
  const row = await tx.db
    .selectFrom('casework.frozen_record')
    .select('state')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', one.id)
    .forUpdate()
    .executeTakeFirst();
  return row?.state === 'waiting';
}

interface Made {
  readonly id: string;
  readonly evidenceId: string;
  readonly version: number;
}

/** A proof of its own; undefined where the record has too many. */
async function makeProof(
  ctx: Ctx,
  tx: Act,
  owner: EvidenceOwner,
  record: ProvenRecord,
  given: NewVersion,
): Promise<Made | undefined> {
  if ((await countAttached(ctx, owner, record.id)) >= mostOfOneRecord) return undefined;
  const made = await writeEvidence(ctx, tx, { kind: owner.kind, id: record.id }, 'record', given);
  return { ...made, version: 1 };
}

/** A new version of a proof that stands already; the versions before stay as they are. */
async function makeVersion(
  ctx: Ctx,
  tx: Act,
  owner: EvidenceOwner,
  record: ProvenRecord,
  attachmentId: string,
  given: NewVersion,
): Promise<Made> {
  const { id, evidenceId, version: last } = await lockReplaced(ctx, tx, owner, record, attachmentId);
  const version = last + 1;
  await writeVersion(ctx, tx, evidenceId, version, given);
  await tx.db
    .updateTable('casework.evidence')
    .set({ version })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', evidenceId)
    .execute();
  return { id, evidenceId, version };
}
