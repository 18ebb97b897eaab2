import { formatNumber } from '#platform/i18n/format.ts';
import { limits } from '#platform/list/filter.ts';
import { Stack } from '#ui/layout/layout.tsx';
import { type Column, Table } from '#ui/table/table.tsx';
import { type GroupSum, listGroups } from '../group-sums.server.ts';
import { type LookedAt, tableAddress } from '../looked-at.ts';
import { type FigureName, filterOf, type Grouping, sharePercent } from '../task-look.ts';
import { texts } from '../texts.ts';

const counted = ['total', 'open', 'late', 'done', 'cancelled'] as const satisfies readonly FigureName[];

/** The tasks of the filter summed up group by group; every figure opens the list of just what it counts. */
export async function groupsLook(at: LookedAt, grouping: Grouping) {
  const t = texts(at.ctx.lang).groups;
  const groups = await listGroups(at.ctx, at.calendar, at.list.state, grouping);
  return (
    <Stack>
      <Table<GroupSum>
        caption={t.caption}
        narrow="tight"
        rows={groups}
        rowKey={(group) => group.key ?? '-'}
        columns={columns(at, grouping, groups)}
      />
      <p>
        <small>{t.shareHint}</small>
      </p>
    </Stack>
  );
}

function columns(at: LookedAt, grouping: Grouping, groups: readonly GroupSum[]): Column<GroupSum>[] {
  const { lang } = at.ctx;
  const t = texts(lang);
  const sum = (figure: FigureName) => groups.reduce((total, group) => total + group[figure], 0);
  const nameOf = (group: GroupSum) => group.name ?? t.without[grouping];
  const figure = (name: FigureName, value: number, group?: GroupSum) => (
    <Opened
      at={at}
      label={t.groups.opens(
        t.groups[name === 'counted' ? 'share' : name],
        group ? nameOf(group) : t.groups.all,
      )}
      filter={filterOf(at.list.state, group && { grouping, key: group.key }, name)}
      words={name === 'counted' ? undefined : formatNumber(lang, value)}
    >
      {name === 'counted'
        ? shareWords(at, group ?? { done: sum('done'), counted: sum('counted') })
        : undefined}
    </Opened>
  );
  return [
    {
      key: 'name',
      label: t.grouping[grouping],
      priority: 'lead',
      render: (group) => (
        <a href={tableAddress(at, filterOf(at.list.state, { grouping, key: group.key }, 'total'))}>
          {nameOf(group)}
        </a>
      ),
      total: t.groups.all,
    },
    ...counted.map((name) => ({
      key: name,
      label: t.groups[name],
      size: 'short' as const,
      align: 'end' as const,
      render: (group: GroupSum) => figure(name, group[name], group),
      total: figure(name, sum(name)),
    })),
    {
      key: 'share',
      label: t.groups.share,
      size: 'short',
      align: 'end',
      render: (group) => figure('counted', group.counted, group),
      total: figure('counted', sum('counted')),
    },
  ];
}

/** A figure that opens its list; plain where the filter has no room left for one more condition, which would be dropped. */
function Opened(props: {
  at: LookedAt;
  label: string;
  filter: Parameters<typeof tableAddress>[1] & object;
  words?: string | undefined;
  children?: string | undefined;
}) {
  const { at, label, filter, words, children } = props;
  const said = words ?? children ?? '';
  if (filter.clauses.flat().length > limits.conditions) return <>{said}</>;
  return (
    <a href={tableAddress(at, filter)} aria-label={`${label}, ${said}`}>
      {said}
    </a>
  );
}

function shareWords(at: LookedAt, of: { done: number; counted: number }): string {
  const t = texts(at.ctx.lang).groups;
  const share = sharePercent(of);
  return share === null ? t.none : t.percent(formatNumber(at.ctx.lang, Math.round(share * 10) / 10));
}
