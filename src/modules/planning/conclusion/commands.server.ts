import { listEvidence } from '#modules/casework/index.server.ts';
import { holdRecord } from '#platform/conflict/conflict.server.ts';
import { type Act, act } from '#platform/db/act.ts';
import { type Id, newId, parseId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { setDiscarded } from '#platform/trash/set-discarded.server.ts';
import type { Conclusion, ConclusionFacts } from './conclusion.ts';
import { conclusionEvidence } from './evidence-owner.server.ts';
import * as policy from './policy.ts';
import { getConclusion } from './queries.server.ts';

const table = 'planning.conclusion';

/** Enters a conclusion; its lines are decided about afterwards. Refuses a document of a day to come. */
export function createConclusion(
  ctx: Ctx,
  facts: ConclusionFacts,
): Promise<Outcome<Id<'conclusion'>, 'document-to-come'>> {
  return act<Id<'conclusion'>, 'document-to-come'>(ctx, 'planning.conclusion.create', async (tx) => {
    must(policy.may(ctx.actor, 'create'));
    if (facts.on > ctx.clock.today()) return refused('document-to-come');
    const id = newId<'conclusion'>();
    await tx.db
      .insertInto('planning.conclusion')
      .values({ tenant_id: ctx.tenant.id, id, created_at: tx.now, ...columnsOf(ctx, tx, facts) })
      .execute();
    await tx.audit({ recordKind: 'conclusion', recordId: id, before: null, after: told(facts) });
    return done(id);
  });
}

export type EditRefusal = 'document-to-come' | 'changed-meanwhile';

/** Mends what is written of a conclusion; the tasks made from it show the same document. */
export function editConclusion(
  ctx: Ctx,
  conclusionId: string,
  given: { readonly facts: ConclusionFacts; readonly version: number },
): Promise<Outcome<undefined, EditRefusal>> {
  return act<undefined, EditRefusal>(ctx, 'planning.conclusion.edit', async (tx) => {
    const conclusion = await lockConclusion(ctx, conclusionId);
    must(policy.may(ctx.actor, 'edit'));
    const { facts } = given;
    if (conclusion.version !== given.version) return refused('changed-meanwhile');
    if (facts.on > ctx.clock.today()) return refused('document-to-come');
    await tx.db
      .updateTable('planning.conclusion')
      .set({ ...columnsOf(ctx, tx, facts), version: conclusion.version + 1 })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', conclusion.id)
      .execute();
    await tx.db
      .updateTable('planning.task')
      .set((eb) => ({ ...documentOf(facts), version: eb('version', '+', 1) }))
      .where('tenant_id', '=', ctx.tenant.id)
      .where('conclusion_id', '=', conclusion.id)
      .execute();
    await tx.audit({
      recordKind: 'conclusion',
      recordId: conclusion.id,
      before: told(conclusion),
      after: told(facts),
    });
    return done();
  });
}

export type DiscardRefusal = 'has-lines' | 'has-files';

/** Puts a conclusion into the trash; refused while it has lines or files, which are taken back first. */
export function discardConclusion(
  ctx: Ctx,
  conclusionId: string,
): Promise<Outcome<undefined, DiscardRefusal>> {
  return act<undefined, DiscardRefusal>(ctx, 'planning.conclusion.discard', async (tx) => {
    const conclusion = await lockConclusion(ctx, conclusionId);
    must(policy.may(ctx.actor, 'discard'));
    if (conclusion.lines > 0) return refused('has-lines');
    if ((await listEvidence(ctx, conclusionEvidence, conclusion.id)).length > 0) return refused('has-files');
    await setDiscarded(ctx, tx, { table, id: conclusion.id }, tx.now);
    await tx.throwAway({ kind: 'conclusion', recordId: conclusion.id, title: conclusion.title });
    await tx.audit({
      recordKind: 'conclusion',
      recordId: conclusion.id,
      before: told(conclusion),
      after: null,
    });
    return done();
  });
}

/** Brings a conclusion back from the trash as it was; `NotFound` where it does not lie there. */
export function restoreConclusion(ctx: Ctx, conclusionId: string): Promise<Outcome<undefined, never>> {
  return act<undefined, never>(ctx, 'planning.conclusion.restore', async (tx) => {
    must(policy.may(ctx.actor, 'restore'));
    const id = parseId<'conclusion'>(conclusionId);
    const isBack = id && (await setDiscarded(ctx, tx, { table, id: id }, null));
    if (!isBack) throw new NotFound();
    await tx.bringBack({ kind: 'conclusion', recordId: id });
    await tx.audit({ recordKind: 'conclusion', recordId: id, before: null, after: { isBack: true } });
    return done();
  });
}

/** Locks a conclusion for this act; one that the person may not see, or of another tenant, is not found. */
export async function lockConclusion(ctx: Ctx, conclusionId: string): Promise<Conclusion> {
  const { id } = await getConclusion(ctx, conclusionId);
  await holdRecord(ctx, table, id);
  return getConclusion(ctx, id);
}

/** What a task shows of the document that it stands on. */
export function documentOf(facts: ConclusionFacts) {
  return {
    from_number: facts.number,
    from_on: facts.on,
    from_issuer: facts.issuer,
    from_abstract: facts.title,
  };
}

function columnsOf(ctx: Ctx, tx: Act, facts: ConclusionFacts) {
  const { kind, number, issuer, chair, title, link } = facts;
  const changed = { changed_by: ctx.actor.name, changed_at: tx.now };
  return { kind, number, issued_on: facts.on, issuer, chair, title, link, ...changed };
}

function told({ kind, number, on, issuer, chair, title, link }: ConclusionFacts) {
  return { conclusionKind: kind, number, date: on, issuer, chair, title, link };
}
