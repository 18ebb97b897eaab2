import { formatDate, formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { Notice } from '#ui/notice/notice.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { reviewWorkLink } from '../../links.ts';
import { workFigures, type WorkFigure } from '../counted-work.ts';
import { pointsWords } from './points-words.tsx';
import { toldResults } from '../review-facts.ts';
import { type ResultPart, resultParts, toldParts, type ToldPart } from '../review-rules.ts';
import type { ReviewView } from '../review-view.server.ts';
import { texts } from '../texts.ts';
import { FigureLink } from './figure-link.tsx';

/** What the tasks say, each figure with its list; beside it what it would be today, where a decision keeps others. */
export function WorkFacts({ lang, view }: { lang: Lang; view: ReviewView }) {
  const t = texts(lang).review;
  const { review, facts, now } = view;
  if (!facts) return <Notice tone="info" title={texts(lang).noRules.title} />;
  const day = formatDate(facts.day);
  return (
    <>
      {now && hasChanged(view) && (
        <Notice tone="soon" title={t.changed.title}>
          {t.changed.text}
        </Notice>
      )}
      <Panel id="facts" title={t.facts} note={now ? t.frozenAt(day) : t.factsAt(day)} isFlush>
        <Table<WorkFigure>
          caption={t.factsCaption}
          frame="none"
          narrow="tight"
          rows={workFigures}
          rowKey={(figure) => figure}
          columns={[
            {
              key: 'figure',
              label: t.figure,
              priority: 'lead',
              render: (figure) => texts(lang).figure[figure],
            },
            {
              key: 'count',
              label: t.count,
              align: 'end',
              render: (figure) => (
                <FigureLink
                  lang={lang}
                  figure={figure}
                  count={facts.counts[figure]}
                  unitName={review.unitName}
                  href={reviewWorkLink({ reviewId: review.id }, figure)}
                />
              ),
            },
            ...(now
              ? [
                  {
                    key: 'now',
                    label: t.now,
                    align: 'end' as const,
                    render: (figure: WorkFigure) =>
                      now.counts[figure] === facts.counts[figure]
                        ? t.same
                        : formatNumber(lang, now.counts[figure]),
                  },
                ]
              : []),
          ]}
        />
      </Panel>
      <Shares lang={lang} view={view} facts={facts} />
    </>
  );
}

function Shares(props: { lang: Lang; view: ReviewView; facts: NonNullable<ReviewView['facts']> }) {
  const { lang, facts, view } = props;
  const t = texts(lang).review;
  const shareOf = (part: ResultPart) => (isTold(part) ? pointsWords(lang, facts.percents[part]) : t.byPeople);
  const { now } = view;
  return (
    <Panel
      id="shares"
      title={t.shares}
      isFlush
      footer={t.told(pointsWords(lang, toldResults(facts)), formatNumber(lang, facts.rules.resultsMax))}
    >
      <Table<ResultPart>
        caption={t.shares}
        frame="none"
        narrow="tight"
        rows={resultParts.filter((part) => facts.rules.weights[part] > 0)}
        rowKey={(part) => part}
        columns={[
          {
            key: 'part',
            label: t.item,
            priority: 'lead',
            render: (part) => texts(lang).part[part],
          },
          { key: 'share', label: t.share, align: 'end', render: shareOf },
          ...(now
            ? [
                {
                  key: 'now',
                  label: t.now,
                  align: 'end' as const,
                  render: (part: ResultPart) =>
                    !isTold(part) || now.percents[part] === facts.percents[part]
                      ? t.same
                      : pointsWords(lang, now.percents[part]),
                },
              ]
            : []),
          {
            key: 'weight',
            label: t.weight,
            align: 'end',
            render: (part) => formatNumber(lang, facts.rules.weights[part]),
          },
        ]}
      />
    </Panel>
  );
}

function isTold(part: ResultPart): part is ToldPart {
  return (toldParts as readonly string[]).includes(part);
}

/** Whether the figures would be others if it were decided today. */
function hasChanged({ facts, now }: ReviewView): boolean {
  if (!facts || !now) return false;
  return (
    workFigures.some((figure) => facts.counts[figure] !== now.counts[figure]) ||
    toldParts.some((part) => facts.percents[part] !== now.percents[part]) ||
    toldResults(facts) !== toldResults(now)
  );
}
