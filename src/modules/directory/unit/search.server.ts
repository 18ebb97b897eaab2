import { sql } from 'kysely';
import { bestRows } from '#platform/search/best-rows.server.ts';
import type { SearchSource } from '#platform/search/search-source.ts';
import { unitLink } from '../links.ts';
import * as policy from './policy.ts';
import { texts } from './texts.ts';

const ties = sql`row(u.ended_on is not null, u.is_collective, u.ordinal, u.id)`;

/** Units for those who keep them. */
export const unitSource: SearchSource = {
  key: 'unit',
  title: (lang) => texts(lang).title,
  isOpenTo: (actor) => policy.edit(actor).allowed,
  find: async (ctx, words, how) => {
    const query = ctx.db
      .selectFrom('directory.unit as u')
      .select(['u.id', 'u.name'])
      .where('u.tenant_id', '=', ctx.tenant.id);
    const { rows, total } = await bestRows(ctx.db, query, { alias: 'u', ties }, words, how);
    return {
      total,
      hits: rows.map((row) => ({ title: row.name, note: undefined, href: unitLink(row.id) })),
    };
  },
};
