import { sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { addressOf } from '#platform/list/address.ts';
import { bestRows } from '#platform/search/best-rows.server.ts';
import type { SearchSource } from '#platform/search/search-source.ts';
import { issuedPaperLink, issuedPapersLink } from '../links.ts';
import { numberAndSymbol, type PaperState } from './issued-paper.ts';
import * as policy from './policy.ts';
import { texts } from './texts.ts';
import { visibleTo } from './visible-to.server.ts';

/** Papers that hold first, the newest first. */
const ties = sql`row(i.state not in ('draft', 'issued'), -extract(epoch from i.changed_at), i.id)`;

/** Papers and their drafts for the search of everything, by number, subject and signer. */
export const issuedPaperSource: SearchSource = {
  key: 'issued-paper',
  title: (lang) => texts(lang).list,
  isOpenTo: (actor) => policy.readSome(actor).allowed,
  listHref: (typed) => addressOf(issuedPapersLink, [['tim', typed]]),
  find: async (ctx, words, how) => {
    const t = texts(ctx.lang);
    const query = ctx.db
      .selectFrom('casework.issued_paper as i')
      .select(['i.id', 'i.subject', 'i.number', 'i.symbol', 'i.issued_on', 'i.state'])
      .where('i.tenant_id', '=', ctx.tenant.id)
      .where('i.discarded_at', 'is', null)
      .where(visibleTo(ctx.actor));
    const { rows, total } = await bestRows(ctx.db, query, { alias: 'i', ties }, words, how);
    return {
      total,
      hits: rows.map((row) => ({
        title: row.subject,
        note: [
          row.number === null ? t.noNumber : numberAndSymbol(row.number, row.symbol),
          row.issued_on && formatDate(row.issued_on as PlainDate),
          t.state[row.state as PaperState],
        ]
          .filter(Boolean)
          .join(' · '),
        href: issuedPaperLink(row.id),
      })),
    };
  },
};
