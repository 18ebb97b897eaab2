import { sql } from 'kysely';
import { type Act, act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { mostOfOneRecord } from '../../evidence/evidence.ts';
import type { EvidenceOwner } from '../../evidence/owner.server.ts';
import * as evidencePolicy from '../../evidence/policy.ts';
import { countAttached } from '../../evidence/queries.server.ts';
import { freezeJobName, type FrozenRecord, keptDays, mostWaiting } from '../frozen-record.ts';
import type { FrozenSource } from '../frozen-source.ts';
import { isItself, lockReplaced, whatOf } from '../what-is-frozen.server.ts';
import * as policy from '../policy.ts';
import { listUnfinished } from '../queries.server.ts';

export type FreezeRefusal = 'too-many' | 'too-many-waiting' | 'unknown-part' | 'itself';

/** Asks that a list or a record be frozen as proof of a record; a job reads it a moment later. */
export function askFreeze(
  ctx: Ctx,
  owner: EvidenceOwner,
  source: FrozenSource,
  asked: {
    readonly recordId: string;
    readonly query: string;
    readonly title: string;
    /** The attachment whose proof gets a new version; a proof of its own without it. */
    readonly anewOf?: string;
  },
): Promise<Outcome<Id<'frozen-record'>, FreezeRefusal>> {
  return act<Id<'frozen-record'>, FreezeRefusal>(ctx, 'casework.evidence.freeze', async (tx) => {
    const record = await owner.find(ctx, asked.recordId);
    must(policy.freeze(ctx.actor, record, source));
    // A program of the office itself is nobody whose sight could be asked for again.
    if (ctx.actor.accountId === null) throw new NotFound();
    if (source.unknownIn(asked.query) !== '') return refused('unknown-part');
    if (asked.anewOf !== undefined) await lockReplaced(ctx, tx, owner, record, asked.anewOf);
    if (isItself(owner, record.id, source, asked.query)) return refused('itself');
    await mustSee(ctx, source, asked.query);
    await removeOld(ctx, tx);
    const waiting = (await listUnfinished(ctx, owner, record.id)).length;
    if (waiting >= mostWaiting) return refused('too-many-waiting');
    const isMore = asked.anewOf === undefined;
    if (isMore && waiting + (await countAttached(ctx, owner, record.id)) >= mostOfOneRecord)
      return refused('too-many');
    const id = newId<'frozen-record'>();
    const query = source.readQuery(asked.query);
    await tx.db
      .insertInto('casework.frozen_record')
      .values({
        tenant_id: ctx.tenant.id,
        id,
        record_kind: owner.kind,
        record_id: record.id,
        account_id: ctx.actor.accountId,
        asked_by_name: ctx.actor.name,
        asked_at: tx.now,
        source: source.name,
        query,
        title: asked.title,
        lang: ctx.lang,
        state: 'waiting',
        anew_of: asked.anewOf ?? null,
      })
      .execute();
    await enqueue(tx, id);
    await tx.audit({
      recordKind: owner.kind,
      recordId: record.id,
      before: null,
      after: { frozen: id, title: asked.title, ...whatOf(source.name, query) },
    });
    return done(id);
  });
}

/** Tries again what could not be frozen, now with the eyes of the one who tries. */
export function freezeAgain(
  ctx: Ctx,
  owner: EvidenceOwner,
  source: FrozenSource,
  one: FrozenRecord,
): Promise<Outcome<undefined, 'not-failed'>> {
  return act<undefined, 'not-failed'>(ctx, 'casework.evidence.freeze', async (tx) => {
    const record = await owner.find(ctx, one.recordId);
    must(policy.freeze(ctx.actor, record, source));
    if (ctx.actor.accountId === null) throw new NotFound();
    await mustSee(ctx, source, one.query);
    const { numUpdatedRows } = await tx.db
      .updateTable('casework.frozen_record')
      .set({
        state: 'waiting',
        failure: null,
        account_id: ctx.actor.accountId,
        asked_by_name: ctx.actor.name,
        asked_at: tx.now,
        lang: ctx.lang,
      })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', one.id)
      .where('state', '=', 'failed')
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return refused('not-failed');
    await enqueue(tx, one.id);
    await tx.audit({
      recordKind: owner.kind,
      recordId: record.id,
      before: { failure: one.failure },
      after: { frozen: one.id, title: one.title, ...whatOf(one.source, one.query) },
    });
    return done();
  });
}

/** Takes back what was asked for and is not frozen yet: the job finds nothing to do. */
export function takeFreezeBack(
  ctx: Ctx,
  owner: EvidenceOwner,
  one: FrozenRecord,
): Promise<Outcome<undefined, 'not-waiting'>> {
  return act<undefined, 'not-waiting'>(ctx, 'casework.evidence.freeze', async (tx) => {
    const record = await owner.find(ctx, one.recordId);
    must(evidencePolicy.freeze(record));
    const { numDeletedRows } = await tx.db
      .deleteFrom('casework.frozen_record')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', one.id)
      .where('state', '<>', 'ready')
      .executeTakeFirst();
    if (numDeletedRows === 0n) return refused('not-waiting');
    await tx.audit({
      recordKind: owner.kind,
      recordId: record.id,
      before: { frozen: one.id, title: one.title, ...whatOf(one.source, one.query) },
      after: null,
    });
    return done();
  });
}

/** `NotFound` for a single record that this person may not see; of a list the job reads what they see. */
async function mustSee(ctx: Ctx, source: FrozenSource, query: string): Promise<void> {
  if (!source.isList) await source.count(ctx, query);
}

function enqueue(tx: Act, frozenId: string): Promise<void> {
  return tx.enqueue({ name: freezeJobName, payload: { frozenId } });
}

/** What failed and nobody tried again tells nothing any more. */
async function removeOld(ctx: Ctx, tx: Act): Promise<void> {
  const before = new Date(tx.now.getTime() - keptDays * 24 * 3_600_000);
  await sql`delete from casework.frozen_record
    where tenant_id = ${ctx.tenant.id} and state = 'failed' and asked_at < ${before}`.execute(tx.db);
}
