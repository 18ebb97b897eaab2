import { type SqlBool, sql } from 'kysely';
import { type NoticeSource, reminderWords } from '#modules/casework/index.server.ts';
import type { Tone } from '#ui/tag/tag.tsx';
import { reportHandInLink } from '../report-period/links.ts';
import { periodName } from '../report-period/period-name.ts';
import { handIns, toHandIn } from './queries.server.ts';
import { type ReportNoticeKind, reportNoticeKinds } from './tell-report.server.ts';
import { texts } from './texts.ts';
import { visibleTo } from './visible-to.server.ts';

const tones: Readonly<Record<ReportNoticeKind, Tone>> = {
  'report-ordered': 'soon',
  'report-asked': 'soon',
  'report-handed-in': 'info',
  'report-accepted': 'ok',
  'report-sent-back': 'soon',
  'report-excused': 'info',
  'report-taken-back': 'info',
};

/** Reports of units, as the list of notices shows them. */
export const reportNotices: NoticeSource = {
  recordKind: 'report-hand-in',
  visibleTo: (actor) =>
    sql<SqlBool>`exists (select from planning.report_hand_in h
      join planning.report_period p on p.tenant_id = h.tenant_id and p.id = h.period_id
      where h.tenant_id = n.tenant_id and h.id = n.record_id and p.state in ('open', 'past', 'sent')
        and ${visibleTo(actor)})`,
  find: async (ctx, recordIds) => {
    if (recordIds.length === 0) return new Map();
    const rows = await handIns(ctx)
      .where(sql`h.id`, '=', sql`any(${[...recordIds]}::uuid[])`)
      .execute();
    return new Map(
      rows
        .map(toHandIn)
        .map((one) => [
          one.id,
          { title: `${periodName(ctx.lang, one.period)}: ${one.unitName}`, href: reportHandInLink(one.id) },
        ]),
    );
  },
  words: (lang, kind) => {
    const reminder = reminderWords(lang, kind);
    if (reminder) return reminder;
    const known = reportNoticeKinds.find((one) => one === kind);
    const t = texts(lang).notice;
    return known ? { text: t[known], tone: tones[known] } : { text: t.other, tone: 'neutral' };
  },
  group: () => 'report',
};
