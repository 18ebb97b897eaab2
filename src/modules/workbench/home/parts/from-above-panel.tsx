import type { TaskSummary } from '#modules/planning/index.server.ts';
import { tasksLink } from '#modules/planning/links.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { Facts } from '#ui/facts/facts.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { texts } from '../texts.ts';

/** How the tasks from above stand, counted apart from those of plans; each figure opens its tasks. */
export function FromAbovePanel({ lang, summary }: { lang: Lang; summary: TaskSummary }) {
  const t = texts(lang);
  const figure = (label: string, value: number, query: Readonly<Record<string, string>>) => ({
    label,
    value: <a href={tasksLink({ nguon: 'cap-tren', ...query })}>{formatNumber(lang, value)}</a>,
  });
  return (
    <Panel id="from-above" title={t.fromAbove}>
      <Facts
        layout="rows"
        facts={[
          figure(t.total, summary.total, {}),
          figure(t.done, summary.done, { 'trang-thai': 'done' }),
          figure(t.soon, summary.soon, { han: 'soon' }),
          figure(t.late, summary.late, { han: 'late' }),
        ]}
      />
    </Panel>
  );
}
