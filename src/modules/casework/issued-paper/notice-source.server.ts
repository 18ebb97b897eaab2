import { type SqlBool, sql } from 'kysely';
import type { NoticeSource } from '../notice/notice-source.server.ts';
import { issuedPaperLink } from '../links.ts';
import { visibleTo } from './visible-to.server.ts';

/** Papers as the list of notices shows them; the slice that composes them says what happened. */
export function paperNoticeSource(telling: Pick<NoticeSource, 'words' | 'group'>): NoticeSource {
  return {
    recordKind: 'issued-paper',
    visibleTo: (actor) =>
      sql<SqlBool>`exists (select from casework.issued_paper i
        where i.tenant_id = n.tenant_id and i.id = n.record_id and i.discarded_at is null and ${visibleTo(actor)})`,
    find: async (ctx, recordIds) => {
      if (recordIds.length === 0) return new Map();
      const rows = await ctx.db
        .selectFrom('casework.issued_paper as i')
        .select(['i.id', 'i.subject'])
        .where('i.tenant_id', '=', ctx.tenant.id)
        .where(sql`i.id`, '=', sql`any(${[...recordIds]}::uuid[])`)
        .where(visibleTo(ctx.actor))
        .execute();
      return new Map(rows.map(({ id, subject }) => [id, { title: subject, href: issuedPaperLink(id) }]));
    },
    ...telling,
  };
}
