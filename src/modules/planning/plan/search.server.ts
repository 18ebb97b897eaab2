import { sql } from 'kysely';
import { formatDate } from '#platform/i18n/format.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { bestRows } from '#platform/search/best-rows.server.ts';
import type { SearchSource } from '#platform/search/search-source.ts';
import { planLink } from '../links.ts';
import * as policy from './policy.ts';
import { texts } from './texts.ts';
import { visibleTo } from './visible-to.server.ts';

/** Plans in force first, the newest year first. */
const ties = sql`row(p.state <> 'issued', -p.year_from, p.id)`;

/** Plans for the search of everything, with their number and day. */
export const planSource: SearchSource = {
  key: 'plan',
  title: (lang) => texts(lang).list,
  isOpenTo: (actor) => policy.read(actor).allowed,
  find: async (ctx, words, how) => {
    const t = texts(ctx.lang);
    const query = ctx.db
      .selectFrom('planning.plan as p')
      .select(['p.id', 'p.title', 'p.number', 'p.issued_on', 'p.year_from', 'p.year_to'])
      .where('p.tenant_id', '=', ctx.tenant.id)
      .where(visibleTo(ctx.actor));
    const { rows, total } = await bestRows(ctx.db, query, { alias: 'p', ties }, words, how);
    return {
      total,
      hits: rows.map((row) => ({
        title: row.title,
        note: [
          row.number,
          row.issued_on && formatDate(row.issued_on as PlainDate),
          t.years(row.year_from, row.year_to),
        ]
          .filter(Boolean)
          .join(' · '),
        href: planLink(row.id),
      })),
    };
  },
};
