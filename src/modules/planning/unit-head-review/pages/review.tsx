import { type PageReply, page } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { formatDate, formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LineChart } from '#ui/chart/chart.tsx';
import { ErrorSummary, type FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { Facts, RailPart } from '#ui/facts/facts.tsx';
import { RecordLayout } from '#ui/layout/layout.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Timeline } from '#ui/timeline/timeline.tsx';
import { reviewsLink } from '../../links.ts';
import { monthName } from '../month-name.ts';
import { HowCounted } from '../parts/how-counted.tsx';
import { JudgeForm, type JudgeValues } from '../parts/judge-form.tsx';
import { Judgements } from '../parts/judgements.tsx';
import { ReviewStateTag } from '../parts/review-state.tsx';
import { WorkFacts } from '../parts/work-facts.tsx';
import { typedNumber } from '../parts/points-words.tsx';
import * as policy from '../policy.ts';
import { lastOf, presentJudgement } from '../present-judgement.ts';
import { readReview, type ReviewView } from '../review-view.server.ts';
import { texts } from '../texts.ts';
import { type ReviewDeed, reviewDeeds, stateAfter } from '../unit-head-review.ts';

/** What was sent with a deed that was not done, and what is wrong with it. */
export interface Sent {
  readonly deed: ReviewDeed;
  readonly values: JudgeValues;
  readonly problems: readonly FieldProblem[];
}

const importance: Readonly<Record<ReviewDeed, number>> = { score: 1, decide: 2, propose: 3, reopen: 4 };

/** One evaluation: the next deed first, then figures, points and what happened. */
export async function reviewPage(ctx: Ctx, req: Req): Promise<PageReply> {
  return reviewReply(ctx, await readReview(ctx, req.params.id ?? ''));
}

/** The page, after a deed was refused with what was typed. */
export function reviewReply(ctx: Ctx, view: ReviewView, sent?: Sent): PageReply {
  const t = texts(ctx.lang);
  const { review } = view;
  const month = monthName(review.month);
  const title = t.titleOf(review.unitName, month);
  const deeds = reviewDeeds
    .filter((deed) => isOpen(ctx, view, deed))
    .toSorted((one, other) => importance[one] - importance[other]);
  // One form lies open; what can be done besides is folded, so that a phone shows the next deed first.
  const main = deeds.find((deed) => deed !== 'reopen');
  return page({
    ...(sent ? { status: 422 as const } : {}),
    title,
    current: reviewsLink(),
    keepsForms: deeds.length > 0,
    records: [{ kind: 'unit-head-review', id: review.id }],
    crumbs: [{ label: t.title, href: reviewsLink({ thang: review.month.key }) }, { label: title }],
    body: (
      <>
        <ErrorSummary title={t.form.errorTitle} problems={sent?.problems ?? []} />
        <PageHead title={title} lead={`${review.officerName}, ${review.positionTitle}`} />
        <RecordLayout railLabel={t.review.rail} rail={<Rail ctx={ctx} view={view} />}>
          {!view.isOver && (
            <Notice tone="info" title={t.provisional.title}>
              {t.provisional.text}
            </Notice>
          )}
          {isOwnWaiting(ctx, view) && <Notice tone="info" title={t.own} />}
          {deeds.map((deed) => {
            const form = (
              <JudgeForm
                key={deed}
                lang={ctx.lang}
                view={view}
                deed={deed}
                values={sent?.deed === deed ? sent.values : firstValues(view, deed)}
                problems={sent?.deed === deed ? sent.problems : []}
              />
            );
            return deed === main ? (
              form
            ) : (
              <details key={deed} class="fold" open={sent?.deed === deed}>
                <summary>{t.form[deed]}</summary>
                {form}
              </details>
            );
          })}
          <WorkFacts lang={ctx.lang} view={view} />
          <Judgements lang={ctx.lang} view={view} />
          <Rubric ctx={ctx} view={view} />
          <Points ctx={ctx} view={view} />
          <History ctx={ctx} view={view} />
          <HowCounted lang={ctx.lang} />
        </RecordLayout>
      </>
    ),
  });
}

/** Whether the deed can be done here and now by this person. */
function isOpen(ctx: Ctx, { review, isOver, facts }: ReviewView, deed: ReviewDeed): boolean {
  return (
    isOver &&
    facts !== undefined &&
    stateAfter(review.state, deed) !== undefined &&
    policy.may(ctx.actor, deed, review).allowed
  );
}

/** Somebody who decides about others sees why they cannot here. */
function isOwnWaiting(ctx: Ctx, { review }: ReviewView): boolean {
  const decision = policy.may(ctx.actor, 'decide', review);
  return review.state !== 'decided' && !decision.allowed && decision.reason === 'own-review';
}

/** What the form of a deed begins with: what was said before it. */
function firstValues({ review }: ReviewView, deed: ReviewDeed): JudgeValues {
  const before =
    deed === 'score'
      ? lastOf(review, 'scored')
      : deed === 'decide'
        ? lastOf(review, 'proposed')
        : presentJudgement(review);
  const { judged = {} } = before ?? {};
  return {
    common: typedNumber(before?.common),
    unit: typedNumber(judged.unit),
    organising: typedNumber(judged.organising),
    uniting: typedNumber(judged.uniting),
    results: typedNumber(before?.results),
    grade: before?.grade ?? '',
    // A reason is one's own.
    text: deed === 'score' || (deed === 'propose' && before?.kind === 'proposed') ? (before?.text ?? '') : '',
    version: String(review.version),
  };
}

function Rail({ ctx, view }: { ctx: Ctx; view: ReviewView }) {
  const t = texts(ctx.lang);
  const { review, heads, absences, facts } = view;
  const away = absences.map(({ from, to, substituteName }) =>
    [t.away(formatDate(from), formatDate(to)), substituteName && t.substitute(substituteName)]
      .filter(Boolean)
      .join(', '),
  );
  const headed = heads.map(({ fullName, from, to }) =>
    [fullName, from && t.headFrom(formatDate(from)), to && t.headTo(formatDate(to))]
      .filter(Boolean)
      .join(', '),
  );
  const version = facts?.rules.version ?? 0;
  return (
    <RailPart id="about" title={t.review.rail}>
      <Facts
        facts={[
          { label: t.column.state, value: <ReviewStateTag lang={ctx.lang} state={review.state} /> },
          { label: t.column.head, value: review.officerName, note: review.positionTitle },
          { label: t.column.unitName, value: review.unitName },
          { label: t.month, value: monthName(review.month) },
          { label: t.headsOf, value: headed.join(' · ') || t.noHead },
          { label: t.absences, value: away.join(' · ') || t.noAbsence },
          {
            label: t.review.rules,
            value: facts?.rules.document ?? t.noRules.title,
            note: version > 0 ? t.review.version(formatNumber(ctx.lang, version)) : t.review.byDecree,
          },
        ]}
      />
    </RailPart>
  );
}

/** How the office gives the common points, or that it has not said so. */
function Rubric({ ctx, view: { facts } }: { ctx: Ctx; view: ReviewView }) {
  const t = texts(ctx.lang).review;
  const lines = (facts?.rules.rubric ?? '').split('\n').filter((line) => line.trim() !== '');
  return (
    <details class="fold">
      <summary>{t.rubric}</summary>
      {lines.length === 0 ? (
        <p>{t.noRubric}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </details>
  );
}

/** The decided points of the unit's heads month by month. */
function Points({ ctx, view: { months, decided, facts } }: { ctx: Ctx; view: ReviewView }) {
  const t = texts(ctx.lang).compare;
  const goal = facts?.rules.from.excellent;
  return (
    <Panel id="months" title={t.title}>
      <LineChart
        id="months-chart"
        title={t.chart}
        categories={{ head: t.month, names: months.map(shortMonth) }}
        series={[
          {
            name: t.series,
            values: months.map(({ key }) => decided.find((one) => one.month.key === key)?.total),
          },
        ]}
        goal={goal === undefined ? undefined : { value: goal, label: t.goal(formatNumber(ctx.lang, goal)) }}
        format={(value) => formatNumber(ctx.lang, value)}
        labels={{ empty: t.none, table: t.table }}
      />
    </Panel>
  );
}

/** A month under a column that is narrow on a phone: 05/26. */
function shortMonth({ key }: ReviewView['review']['month']): string {
  return `${key.slice(5)}/${key.slice(2, 4)}`;
}

/** Everything that was said, the newest first. */
function History({ ctx, view: { review } }: { ctx: Ctx; view: ReviewView }) {
  const t = texts(ctx.lang);
  if (review.events.length === 0) return null;
  return (
    <Panel id="judgements" title={t.review.history}>
      <Timeline
        entries={review.events.toReversed().map((event, at) => ({
          key: event.id,
          when: formatInstant(ctx.lang, event.at),
          dateTime: event.at.toISOString(),
          title: `${t.event[event.kind]}: ${event.actorName}`,
          text: [
            event.total !== null &&
              event.grade !== null &&
              t.eventPoints(formatNumber(ctx.lang, event.total), t.grade[event.grade]),
            event.text,
          ]
            .filter(Boolean)
            .join('. '),
          isStrong: at === 0,
        }))}
      />
    </Panel>
  );
}
