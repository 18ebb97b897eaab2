import { sql } from 'kysely';
import { formatInstant } from '#platform/i18n/format.ts';
import { bestRows } from '#platform/search/best-rows.server.ts';
import type { SearchSource } from '#platform/search/search-source.ts';
import { draftLink } from '../links.ts';
import type { PlanHead } from '../reading/plan-reading.ts';
import { type DraftState } from './plan-draft.ts';
import * as policy from './policy.ts';
import { texts } from './texts.ts';

/** Those on their way first, the newest first. */
const ties = sql`row(d.state in ('issued', 'discarded'), -extract(epoch from d.created_at), d.id)`;

/** Drafts of plans for the search of everything, with their state and who made them. */
export const draftSource: SearchSource = {
  key: 'plan-draft',
  title: (lang) => texts(lang).list,
  isOpenTo: (actor) => policy.read(actor).allowed,
  find: async (ctx, words, how) => {
    const t = texts(ctx.lang);
    const query = ctx.db
      .selectFrom('planning.plan_draft as d')
      .select([
        'd.id',
        'd.file_name',
        'd.origin_words',
        'd.head',
        'd.state',
        'd.created_by_name',
        'd.created_at',
      ])
      .where('d.tenant_id', '=', ctx.tenant.id);
    const { rows, total } = await bestRows(ctx.db, query, { alias: 'd', ties }, words, how);
    return {
      total,
      hits: rows.map((row) => ({
        title: (row.head as PlanHead | null)?.title || row.file_name || row.origin_words || t.list,
        note: [
          t.state[row.state as DraftState],
          row.created_by_name,
          formatInstant(ctx.lang, row.created_at),
        ].join(' · '),
        href: draftLink(row.id),
      })),
    };
  },
};
