import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { Panel } from '#ui/panel/panel.tsx';
import { Table } from '#ui/table/table.tsx';
import { lastOf, standingDecision } from '../present-judgement.ts';
import type { ReviewEvent } from '../queries.server.ts';
import { partsToJudge } from '../review-rules.ts';
import type { ReviewView } from '../review-view.server.ts';
import { texts } from '../texts.ts';

interface Item {
  readonly key: string;
  readonly label: string;
  readonly say: (event: ReviewEvent) => string;
}

/** Self-score, proposal and decision side by side, item by item. */
export function Judgements({ lang, view }: { lang: Lang; view: ReviewView }) {
  const t = texts(lang).review;
  const { review, facts } = view;
  const items = facts ? itemsOf(lang, facts) : [];
  const said = [
    { key: 'self', label: t.self, event: lastOf(review, 'scored') },
    { key: 'proposal', label: t.proposal, event: lastOf(review, 'proposed') },
    { key: 'decision', label: t.decision, event: standingDecision(review) },
  ].flatMap(({ key, label, event }) =>
    event ? [{ key, label, render: (item: Item) => item.say(event) }] : [],
  );
  if (said.length === 0) return null;
  return (
    <Panel id="judged" title={t.judged} isFlush>
      <Table<Item>
        caption={t.judgedCaption}
        frame="none"
        rows={items}
        rowKey={({ key }) => key}
        columns={[{ key: 'item', label: t.item, priority: 'lead', render: ({ label }) => label }, ...said]}
      />
    </Panel>
  );
}

function itemsOf(lang: Lang, { rules }: NonNullable<ReviewView['facts']>): Item[] {
  const t = texts(lang);
  const say = (value: number | null | undefined) =>
    value === null || value === undefined ? t.review.noneYet : formatNumber(lang, value);
  const most = (value: number) => formatNumber(lang, value);
  return [
    { key: 'common', label: t.review.common(most(rules.commonMax)), say: ({ common }) => say(common) },
    ...partsToJudge(rules).map((part) => ({
      key: part,
      label: `${t.part[part]}, %`,
      say: ({ judged }: ReviewEvent) => say(judged[part]),
    })),
    {
      key: 'results',
      label: t.review.results(most(rules.resultsMax)),
      say: ({ results, total, common }) =>
        results === null && total !== null && common !== null
          ? `${formatNumber(lang, Math.round((total - common) * 100) / 100)} (${t.review.computed})`
          : say(results),
    },
    { key: 'total', label: t.review.total, say: ({ total }) => say(total) },
    {
      key: 'grade',
      label: t.column.grade,
      say: ({ grade }) => (grade ? t.grade[grade] : t.review.noneYet),
    },
    { key: 'text', label: t.review.comment, say: ({ text }) => text || '–' },
  ];
}
