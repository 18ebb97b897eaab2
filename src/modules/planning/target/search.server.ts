import { sql } from 'kysely';
import { bestRows } from '#platform/search/best-rows.server.ts';
import type { SearchSource } from '#platform/search/search-source.ts';
import { planLink, targetsLink } from '../links.ts';
import * as policy from '../plan/policy.ts';
import { visibleTo } from '../plan/visible-to.server.ts';
import { texts } from './texts.ts';

const ties = sql`row(-p.year_from, g.ordinal, g.id)`;

/** Targets of plans in force for the search of everything; each leads to its plan. */
export const targetSource: SearchSource = {
  key: 'target',
  title: (lang) => texts(lang).list,
  isOpenTo: (actor) => policy.read(actor).allowed,
  listHref: (typed) => targetsLink({ tim: typed }),
  find: async (ctx, words, how) => {
    const query = ctx.db
      .selectFrom('planning.target as g')
      .innerJoin('planning.plan as p', (join) =>
        join.onRef('p.tenant_id', '=', 'g.tenant_id').onRef('p.id', '=', 'g.plan_id'),
      )
      .select(['g.id', 'g.text', 'g.plan_id', 'p.title'])
      .where('g.tenant_id', '=', ctx.tenant.id)
      .where('p.state', '=', 'issued')
      .where(visibleTo(ctx.actor));
    const { rows, total } = await bestRows(ctx.db, query, { alias: 'g', ties }, words, how);
    return {
      total,
      hits: rows.map((row) => ({ title: row.text, note: row.title, href: planLink(row.plan_id) })),
    };
  },
};
