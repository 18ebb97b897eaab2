import { type SqlBool, sql } from 'kysely';
import type { EvidenceOwner } from '../evidence/owner.server.ts';
import { issuedPaperLink, issuedPapersLink } from '../links.ts';
import * as policy from './policy.ts';
import { getPaper } from './queries.server.ts';
import { texts } from './texts.ts';
import { visibleTo } from './visible-to.server.ts';

/** Issued papers have evidence: the copy that was signed, on paper or elsewhere, with the check of its signature. */
export const issuedPaperEvidence: EvidenceOwner = {
  kind: 'issued-paper',
  path: issuedPapersLink,
  find: async (ctx, paperId) => {
    const paper = await getPaper(ctx, paperId);
    const year = paper.issued?.year;
    return {
      id: paper.id,
      title: paper.subject,
      years: year === undefined ? null : { from: year, to: year },
      crumbs: [
        { label: texts(ctx.lang).list, href: issuedPapersLink },
        { label: paper.subject, href: issuedPaperLink(paper.id) },
      ],
      may: (act) => {
        const decided = policy.prove(ctx.actor, paper);
        // What is frozen as proof proves tasks; a paper is proven by what was signed.
        return decided.allowed && (act === 'casework.evidence.freeze' || !ctx.actor.grants.has(act))
          ? { allowed: false, reason: 'no-grant' }
          : decided;
      },
    };
  },
  titles: async (ctx, recordIds) => {
    if (recordIds.length === 0) return new Map();
    const rows = await ctx.db
      .selectFrom('casework.issued_paper as i')
      .select(['i.id', 'i.subject'])
      .where('i.tenant_id', '=', ctx.tenant.id)
      .where(sql`i.id`, '=', sql`any(${[...recordIds]}::uuid[])`)
      .where(visibleTo(ctx.actor))
      .execute();
    return new Map(rows.map(({ id, subject }) => [id, subject]));
  },
  // Proof is brought on the page of the paper alone.
  candidates: () => Promise.resolve([]),
  visibleTo: (actor) =>
    sql<SqlBool>`exists (select from casework.issued_paper i
      where i.tenant_id = a.tenant_id and i.id = a.record_id and i.discarded_at is null and ${visibleTo(actor)})`,
};
