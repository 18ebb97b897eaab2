import { type SqlBool, sql } from 'kysely';
import type { EvidenceOwner } from '#modules/casework/index.server.ts';
import { conclusionLink, conclusionsLink } from '../links.ts';
import * as policy from './policy.ts';
import { conclusions, getConclusion } from './queries.server.ts';
import { texts } from './texts.ts';
import { visibleTo } from './visible-to.server.ts';

/** The papers of a conclusion, such as the signed copy: who reads the conclusion opens them, who keeps it brings them. */
export const conclusionEvidence: EvidenceOwner = {
  kind: 'conclusion',
  path: conclusionsLink,
  find: async (ctx, conclusionId) => {
    const { id, title, number, on } = await getConclusion(ctx, conclusionId);
    const year = Number(on.slice(0, 4));
    return {
      id,
      title,
      years: { from: year, to: year },
      crumbs: [
        { label: texts(ctx.lang).list, href: conclusionsLink },
        { label: number, href: conclusionLink(id) },
      ],
      may: (act) => policy.prove(ctx.actor, act),
    };
  },
  titles: async (ctx, recordIds) => {
    if (recordIds.length === 0) return new Map();
    const rows = await conclusions(ctx)
      .where(sql`c.id`, '=', sql`any(${[...recordIds]}::uuid[])`)
      .execute();
    return new Map(rows.map(({ id, number, title }) => [id, `${number} ${title}`]));
  },
  // Papers are brought on the page of the conclusion alone.
  candidates: () => Promise.resolve([]),
  visibleTo: (actor) =>
    sql<SqlBool>`exists (select from planning.conclusion c where c.tenant_id = a.tenant_id and c.id = a.record_id
      and c.discarded_at is null and ${visibleTo(actor)})`,
};
