import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { Panel } from '#ui/panel/panel.tsx';
import { Legend, StackedBar } from '#ui/stacked-bar/stacked-bar.tsx';
import { type Column, Table } from '#ui/table/table.tsx';
import { countedLink } from '../../links.ts';
import { type Figure, type Figures, type Grouping, onTimePercent, sumFigures } from '../progress.ts';
import type { ProgressGroup } from '../queries.server.ts';
import { texts } from '../texts.ts';

interface FiguresTableProps {
  readonly lang: Lang;
  readonly day: PlainDate;
  readonly by: Grouping;
  readonly groups: readonly ProgressGroup[];
  readonly nameOf: (key: string | null) => string;
}

/** The figures of each group in one table with their bars; each figure opens the tasks that it counts. */
export function FiguresTable({ lang, day, by, groups, nameOf }: FiguresTableProps) {
  const t = texts(lang);
  const all = sumFigures(groups);
  const most = Math.max(1, ...groups.map((group) => group.total));
  const figure = (counted: Figures, name: Figure, key: string | null | undefined, groupName: string) =>
    counted[name] === 0 ? (
      '0'
    ) : (
      <a
        href={countedLink({ day, figure: name, by, key })}
        aria-label={`${groupName}, ${t.figure[name]}: ${formatNumber(lang, counted[name])}`}
      >
        {formatNumber(lang, counted[name])}
      </a>
    );
  const column = (name: Figure): Column<ProgressGroup> => ({
    key: name,
    label: t.figure[name],
    align: 'end',
    render: (group) => figure(group, name, group.key, nameOf(group.key)),
    total: figure(all, name, undefined, t.all),
  });
  return (
    <Panel
      id="figures"
      title={t.caption[by]}
      isFlush
      note={
        <Legend
          entries={[
            { kind: 'done', label: t.figure['on-time'] },
            { kind: 'soon', label: t.figure['done-late'] },
            { kind: 'open', label: t.figure['in-progress'] },
            { kind: 'late', label: t.figure.late },
          ]}
        />
      }
    >
      <Table<ProgressGroup>
        caption={t.caption[by]}
        frame="none"
        narrow="tight"
        rows={groups}
        rowKey={(group) => group.key ?? 'khong'}
        columns={[
          {
            key: 'group',
            label: t.by[by],
            priority: 'lead',
            render: (group) => (
              <>
                {nameOf(group.key)}
                <StackedBar
                  max={most}
                  segments={[
                    { kind: 'done', value: group['on-time'] },
                    { kind: 'soon', value: group['done-late'] },
                    { kind: 'open', value: group['in-progress'] + group.waiting + group.unassigned },
                    { kind: 'late', value: group.late },
                  ]}
                />
              </>
            ),
            total: t.all,
          },
          column('total'),
          column('assigned'),
          column('on-time'),
          column('done-late'),
          column('in-progress'),
          column('late'),
          column('waiting'),
          column('unassigned'),
          {
            key: 'share',
            label: t.share,
            align: 'end',
            render: (group) => share(lang, group, figureLink(day, by, group.key)),
            total: share(lang, all, figureLink(day, by, undefined)),
          },
        ]}
      />
    </Panel>
  );
}

function figureLink(day: PlainDate, by: Grouping, key: string | null | undefined): string {
  return countedLink({ day, figure: 'due', by, key });
}

/** The share in percent, which opens all tasks that it is taken of; missing data is never a zero. */
function share(lang: Lang, counted: Figures, href: string) {
  const t = texts(lang);
  const percent = onTimePercent(counted);
  if (percent === undefined) {
    return (
      <>
        <span aria-hidden="true">–</span>
        <span class="said">{t.shareNone}</span>
      </>
    );
  }
  return (
    <a
      href={href}
      aria-label={`${t.share}: ${formatNumber(lang, percent)}, ${t.counted(formatNumber(lang, counted.due))}`}
    >
      {formatNumber(lang, percent)}
    </a>
  );
}
