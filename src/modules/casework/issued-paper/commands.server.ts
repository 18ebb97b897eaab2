import { sql } from 'kysely';
import { type Act, act } from '#platform/db/act.ts';
import { type Id, newId, parseId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { type IssuedPaper, longestSubject, type PaperHead } from './issued-paper.ts';
import type { ComposedPaper, PaperSource, PaperTrouble } from './paper-source.server.ts';
import * as policy from './policy.ts';
import { getPaper } from './queries.server.ts';
import { tellToIssue } from './tell-paper.server.ts';

/** What a person says of a paper: how it is framed and from what it is composed. */
export interface Drafted {
  readonly head: PaperHead;
  readonly asked: unknown;
}

/** Drafts a paper; refuses one that would have nothing to say, or too much. */
export function draftPaper(
  ctx: Ctx,
  source: PaperSource,
  given: Drafted,
): Promise<Outcome<Id<'issued-paper'>, PaperTrouble>> {
  return act<Id<'issued-paper'>, PaperTrouble>(ctx, 'casework.issued-paper.draft', async (tx) => {
    must(policy.draft(ctx.actor));
    const composed = await composedOf(ctx, source, given);
    if (typeof composed === 'string') return refused(composed);
    const id = await writeDraft(ctx, tx, source.kind, given, composed, null);
    await tellToIssue(ctx, tx, id);
    return done(id);
  });
}

/** Drafts a paper that is to take the place of an issued one, as that one was; once issued, the other is replaced. */
export function draftReplacement(
  ctx: Ctx,
  source: PaperSource,
  paperId: string,
): Promise<Outcome<Id<'issued-paper'>, PaperTrouble | 'wrong-state'>> {
  return act<Id<'issued-paper'>, PaperTrouble | 'wrong-state'>(
    ctx,
    'casework.issued-paper.draft',
    async (tx) => {
      const paper = await lockPaper(ctx, tx, paperId);
      must(policy.draft(ctx.actor));
      must(policy.may(ctx.actor, 'recall', paper));
      if (paper.state !== 'issued') return refused('wrong-state');
      const given = { head: headOf(paper), asked: paper.asked };
      const composed = await composedOf(ctx, source, given);
      if (typeof composed === 'string') return refused(composed);
      return done(await writeDraft(ctx, tx, paper.kind, given, composed, paper.id));
    },
  );
}

/** Says a draft anew. Refuses one that was issued or changed since `version`, and what `draftPaper` refuses. */
export function editPaper(
  ctx: Ctx,
  source: PaperSource,
  paperId: string,
  given: Drafted & { readonly version: number },
): Promise<Outcome<undefined, PaperTrouble | 'wrong-state' | 'changed-meanwhile'>> {
  return act<undefined, PaperTrouble | 'wrong-state' | 'changed-meanwhile'>(
    ctx,
    'casework.issued-paper.edit',
    async (tx) => {
      const paper = await lockPaper(ctx, tx, paperId);
      must(policy.may(ctx.actor, 'edit', paper));
      if (paper.state !== 'draft') return refused('wrong-state');
      if (paper.version !== given.version) return refused('changed-meanwhile');
      const composed = await composedOf(ctx, source, given);
      if (typeof composed === 'string') return refused(composed);
      await tx.db
        .updateTable('casework.issued_paper')
        .set({ ...columnsOf(tx, given, composed), version: paper.version + 1 })
        .where('tenant_id', '=', ctx.tenant.id)
        .where('id', '=', paper.id)
        .execute();
      await tx.audit({
        recordKind: 'issued-paper',
        recordId: paper.id,
        before: told(paper.subject, headOf(paper)),
        after: told(composed.subject, given.head),
      });
      return done();
    },
  );
}

/** Puts a draft into the trash; what was issued can only be withdrawn. */
export function discardPaper(ctx: Ctx, paperId: string): Promise<Outcome<undefined, 'wrong-state'>> {
  return act<undefined, 'wrong-state'>(ctx, 'casework.issued-paper.discard', async (tx) => {
    const paper = await lockPaper(ctx, tx, paperId);
    must(policy.may(ctx.actor, 'discard', paper));
    if (paper.state !== 'draft') return refused('wrong-state');
    await tx.db
      .updateTable('casework.issued_paper')
      .set({ discarded_at: tx.now })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', paper.id)
      .execute();
    await tx.throwAway({ kind: 'issued-paper', recordId: paper.id, title: paper.subject });
    await tx.audit({
      recordKind: 'issued-paper',
      recordId: paper.id,
      before: told(paper.subject, headOf(paper)),
      after: null,
    });
    return done();
  });
}

/** Brings a draft back from the trash as it was; `NotFound` where it does not lie there. */
export function restorePaper(ctx: Ctx, paperId: string): Promise<Outcome<undefined, never>> {
  return act<undefined, never>(ctx, 'casework.issued-paper.restore', async (tx) => {
    const id = parseId<'issued-paper'>(paperId);
    const row =
      id &&
      (await tx.db
        .updateTable('casework.issued_paper')
        .set({ discarded_at: null })
        .where('tenant_id', '=', ctx.tenant.id)
        .where('id', '=', id)
        .where('discarded_at', 'is not', null)
        .returning('id')
        .executeTakeFirst());
    if (!row) throw new NotFound();
    const paper = await getPaper(ctx, id);
    must(policy.may(ctx.actor, 'restore', paper));
    await tx.bringBack({ kind: 'issued-paper', recordId: id });
    await tx.audit({ recordKind: 'issued-paper', recordId: id, before: null, after: { isBack: true } });
    return done();
  });
}

/** Locks a paper for this act; one that the person may not see, or of another tenant, is not found. */
export async function lockPaper(ctx: Ctx, tx: Act, paperId: string): Promise<IssuedPaper> {
  const { id } = await getPaper(ctx, paperId);
  await tx.db
    .selectFrom('casework.issued_paper')
    .select('id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return getPaper(ctx, id);
}

/** How a paper is framed. */
export function headOf({
  symbol,
  authority,
  signerName,
  signerPosition,
  recipients,
  urgency,
}: PaperHead): PaperHead {
  return { symbol, authority, signerName, signerPosition, recipients, urgency };
}

function composedOf(ctx: Ctx, source: PaperSource, given: Drafted): Promise<ComposedPaper | PaperTrouble> {
  return source.compose(ctx, given.asked, { ...given.head, number: null, on: null });
}

async function writeDraft(
  ctx: Ctx,
  tx: Act,
  kind: string,
  given: Drafted,
  composed: ComposedPaper,
  replacesId: string | null,
): Promise<Id<'issued-paper'>> {
  const id = newId<'issued-paper'>();
  await tx.db
    .insertInto('casework.issued_paper')
    .values({
      tenant_id: ctx.tenant.id,
      id,
      kind,
      ...columnsOf(tx, given, composed),
      drafted_by_id: ctx.actor.officerId,
      drafted_by_name: ctx.actor.name,
      drafted_unit_id: ctx.actor.unitIds[0] ?? null,
      drafted_at: tx.now,
      replaces_id: replacesId,
    })
    .execute();
  await tx.audit({
    recordKind: 'issued-paper',
    recordId: id,
    before: null,
    after: told(composed.subject, given.head),
  });
  return id;
}

function columnsOf(tx: Act, { head, asked }: Drafted, composed: ComposedPaper) {
  return {
    subject: composed.subject.slice(0, longestSubject),
    asked: JSON.stringify(asked),
    unit_ids: sql<string[]>`${[...composed.unitIds]}::uuid[]`,
    symbol: head.symbol,
    authority: head.authority,
    signer_name: head.signerName,
    signer_position: head.signerPosition,
    recipients: head.recipients,
    urgency: head.urgency,
    changed_at: tx.now,
  };
}

/** For the audit: what people compare. */
function told(subject: string, head: PaperHead) {
  return {
    paperSubject: subject,
    symbol: head.symbol,
    signer: head.signerName,
    signerPosition: head.signerPosition,
    urgency: head.urgency,
  };
}
