import { bulkAllLink } from '#modules/lists/links.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { Seal } from '#ui/seal/seal.tsx';
import { Table } from '#ui/table/table.tsx';
import { tasksLink } from '../../links.ts';
import { type ClaritySummary, lackOf } from '../../task-summary/queries.server.ts';
import { type SixClear, sixClears } from '../../task/six-clear.ts';
import { texts as taskTexts } from '../../task/texts.ts';
import { texts } from '../texts.ts';

/** The deed that fills in what is missing for many tasks at once: the same for all, or in a table each its own. */
const mending: Readonly<Partial<Record<SixClear, string>>> = {
  person: 'giao',
  responsibility: 'giao',
  authority: 'giao',
  progress: 'bo-sung',
  result: 'bo-sung',
};

/** How many open tasks of a plan have all six clears, and which are missing how often; each figure opens its list. */
export function ClarityGauge({
  ctx,
  planId,
  summary,
}: {
  ctx: Ctx;
  planId: string;
  summary: ClaritySummary;
}) {
  const t = texts(ctx.lang).clarity;
  const names = taskTexts(ctx.lang).sixClear;
  if (summary.open === 0) return null;
  const number = (n: number) => formatNumber(ctx.lang, n);
  const list = (clarity: string) => tasksLink({ 'ke-hoach': planId, 'sau-ro': clarity });
  const mayAssign = ctx.actor.grants.has('planning.task.assign');
  return (
    <Panel
      id="clarity"
      title={t.title}
      count={t.score(number(summary.clear), number(summary.open))}
      note={<a href={list('du')}>{t.openClear}</a>}
      actions={<Seal size="panel" cells={sixClears.map((name) => summary.lacking[name] === 0)} />}
      isFlush
    >
      <Table<SixClear>
        caption={t.caption}
        frame="none"
        narrow="tight"
        rows={sixClears}
        rowKey={(name) => name}
        columns={[
          { key: 'clear', label: t.clear, priority: 'lead', render: (name) => names[name] },
          {
            key: 'missing',
            label: t.missing,
            align: 'end',
            render: (name) =>
              summary.lacking[name] === 0 ? (
                number(0)
              ) : (
                <a
                  href={list(lackOf[name])}
                  aria-label={t.openMissing(number(summary.lacking[name]), names[name])}
                >
                  {number(summary.lacking[name])}
                </a>
              ),
          },
          {
            key: 'mend',
            label: t.mend,
            isLabelHidden: true,
            isForScreen: true,
            render: (name) => {
              const deed = mending[name];
              if (!mayAssign || !deed || summary.lacking[name] === 0) return null;
              const filter = [['ke-hoach', planId] as const, ['sau-ro', lackOf[name]] as const];
              return (
                <LinkButton href={bulkAllLink(tasksLink(), deed, filter)} label={t.mendThis(names[name])}>
                  {t.mend}
                </LinkButton>
              );
            },
          },
        ]}
      />
    </Panel>
  );
}
