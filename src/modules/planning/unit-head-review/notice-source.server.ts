import { type SqlBool, sql } from 'kysely';
import type { NoticeSource } from '#modules/casework/index.server.ts';
import type { Tone } from '#ui/tag/tag.tsx';
import { reviewLink } from '../links.ts';
import { monthName } from './month-name.ts';
import { listReviewNames } from './review-names.server.ts';
import { type ReviewNoticeKind, reviewNoticeKinds } from './tell-review.server.ts';
import { texts } from './texts.ts';
import { visibleTo } from './visible-to.server.ts';

const tones: Readonly<Record<ReviewNoticeKind, Tone>> = {
  'review-to-score': 'soon',
  'review-to-propose': 'soon',
  'review-to-decide': 'soon',
  'review-proposed': 'info',
  'review-decided': 'ok',
  'review-reopened': 'info',
};

/** Evaluations, as the list of notices shows them: a substitute, who may not read them, sees none. */
export const reviewNotices: NoticeSource = {
  recordKind: 'unit-head-review',
  visibleTo: (actor) =>
    sql<SqlBool>`exists (select from planning.unit_head_review v
      where v.tenant_id = n.tenant_id and v.id = n.record_id and ${visibleTo(actor, 'v.officer_id')})`,
  find: async (ctx, recordIds) =>
    new Map(
      (await listReviewNames(ctx, recordIds)).map(({ id, month, unitName }) => [
        id,
        { title: texts(ctx.lang).titleOf(unitName, monthName(month)), href: reviewLink(id) },
      ]),
    ),
  words: (lang, kind) => {
    const known = reviewNoticeKinds.find((one) => one === kind);
    const t = texts(lang).notice;
    return known ? { text: t[known], tone: tones[known] } : { text: t.other, tone: 'neutral' };
  },
  group: () => 'step',
};
