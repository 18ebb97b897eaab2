import { type SqlBool, sql } from 'kysely';
import { type NoticeSource, papersVisibleTo } from '#modules/casework/index.server.ts';
import { issuedPaperLink } from '#modules/casework/links.ts';
import type { Tone } from '#ui/tag/tag.tsx';
import { type PaperNoticeKind, paperNoticeKinds } from './paper-sources.server.ts';
import { texts } from './texts.ts';

const tones: Readonly<Record<PaperNoticeKind, Tone>> = {
  'paper-reminder': 'late',
  'paper-sheet': 'late',
  'paper-assignment': 'soon',
  'paper-agenda': 'info',
};

/** Papers to units, as the list of notices shows them. */
export const paperNotices: NoticeSource = {
  recordKind: 'issued-paper',
  visibleTo: (actor) =>
    sql<SqlBool>`exists (select from casework.issued_paper i
      where i.tenant_id = n.tenant_id and i.id = n.record_id and i.discarded_at is null and ${papersVisibleTo(actor)})`,
  find: async (ctx, recordIds) => {
    if (recordIds.length === 0) return new Map();
    const rows = await ctx.db
      .selectFrom('casework.issued_paper as i')
      .select(['i.id', 'i.subject'])
      .where('i.tenant_id', '=', ctx.tenant.id)
      .where(sql`i.id`, '=', sql`any(${[...recordIds]}::uuid[])`)
      .where(papersVisibleTo(ctx.actor))
      .execute();
    return new Map(rows.map(({ id, subject }) => [id, { title: subject, href: issuedPaperLink(id) }]));
  },
  words: (lang, kind) => {
    const known = paperNoticeKinds.find((one) => one === kind);
    const t = texts(lang).notice;
    return known ? { text: t[known], tone: tones[known] } : { text: t.other, tone: 'neutral' };
  },
};
