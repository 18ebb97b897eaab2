import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { StackedBar } from '#ui/stacked-bar/stacked-bar.tsx';
import { Table } from '#ui/table/table.tsx';
import { objectiveLink, targetLink, taskLink, tasksOfTargetLink } from '../../links.ts';
import { texts as progressTexts } from '../../progress/texts.ts';
import { targetWords } from '../../target/parts/target-words.tsx';
import { texts as targetTexts } from '../../target/texts.ts';
import type { TreeFilter } from '../linked-tasks.server.ts';
import type { LinkCounts } from '../objective.ts';
import { texts } from '../texts.ts';
import type { ObjectiveBranch, TargetBranch } from '../tree.server.ts';
import { figureColumns, figureLink } from './link-figures.tsx';

interface BranchProps {
  readonly lang: Lang;
  readonly filter: TreeFilter;
  readonly branch: ObjectiveBranch;
  readonly mayLink: boolean;
  readonly isOpen: boolean;
  /** On paper everything lies open, and there is nothing to press. */
  readonly isPrinted?: boolean | undefined;
}

/** An objective with its figures; its targets, and their tasks, fold under it. */
export function ObjectivePanel(props: BranchProps) {
  const { lang, branch, isPrinted } = props;
  const t = texts(lang);
  const { objective, counts, targets } = branch;
  const title = objective?.title ?? t.none;
  const n = (value: number) => formatNumber(lang, value);
  return (
    <Panel
      id={`muc-tieu-${objective?.id ?? 'khong'}`}
      title={title}
      note={objective?.ownerName ? t.owner(objective.ownerName) : objective ? t.noOwner : undefined}
      actions={
        objective && !isPrinted ? (
          <LinkButton size="small" href={objectiveLink(objective.id)} label={t.openThis(title)}>
            {t.open}
          </LinkButton>
        ) : undefined
      }
    >
      <p>
        {counts.total === 0 ? t.countsNone : t.counts(n(counts.total), n(counts.done), n(counts.late))}
        {targets.length > 0 && ` · ${t.missing(n(targets.length))}`}
      </p>
      <CountBar counts={counts} />
      {targets.length === 0 ? (
        <p>{t.noTargets}</p>
      ) : isPrinted ? (
        <TargetTable {...props} />
      ) : (
        <details class="fold" open={props.isOpen}>
          <summary>{t.fold(n(targets.length))}</summary>
          <TargetTable {...props} />
        </details>
      )}
    </Panel>
  );
}

function CountBar({ counts }: { counts: LinkCounts }) {
  if (counts.total === 0) return null;
  return (
    <StackedBar
      max={counts.total}
      segments={[
        { kind: 'done', value: counts.done },
        { kind: 'open', value: counts.open },
        { kind: 'late', value: counts.late },
      ]}
    />
  );
}

/** The targets of an objective with the figures of their tasks; the last row is the objective's own. */
export function TargetTable({ lang, filter, branch, mayLink, isPrinted }: BranchProps) {
  const t = texts(lang);
  const title = branch.objective?.title ?? t.none;
  return (
    <Table<TargetBranch>
      caption={t.tableOf(title)}
      rows={branch.targets}
      rowKey={({ target }) => target.id}
      narrow="tight"
      columns={[
        {
          key: 'target',
          label: t.column.target,
          priority: 'lead',
          render: (row) => (
            <>
              <a href={targetLink(row.target.id)}>{row.target.text}</a>
              <small>
                {t.column.promise}: {targetWords(lang, targetTexts(lang), row.target)} · {t.column.result}:{' '}
                {t.noData}
              </small>
              <TasksOf lang={lang} filter={filter} row={row} mayLink={mayLink} isPrinted={isPrinted} />
            </>
          ),
          total: title,
        },
        ...figureColumns<TargetBranch>(
          lang,
          filter,
          ({ target, counts }) => ({
            place: { kind: 'target', targetId: target.id },
            name: target.text,
            counts,
          }),
          {
            place: { kind: 'objective', objectiveId: branch.objective?.id ?? null },
            name: title,
            counts: branch.counts,
          },
        ),
      ]}
    />
  );
}

/** The first tasks of a target, folded; where it has none, the way to link some. */
function TasksOf({
  lang,
  filter,
  row,
  mayLink,
  isPrinted,
}: Pick<BranchProps, 'lang' | 'filter' | 'mayLink' | 'isPrinted'> & { row: TargetBranch }) {
  const t = texts(lang);
  const { target, counts, first } = row;
  if (first.length === 0) {
    if (isPrinted || !mayLink || target.hasTask) return null;
    return (
      <LinkButton size="small" href={tasksOfTargetLink(target.id)} label={t.linkTasksTo(target.text)}>
        {t.linkTasks}
      </LinkButton>
    );
  }
  const list = (
    <ul>
      {first.map((task) => (
        <li key={task.id}>
          <a href={taskLink(task.id)}>
            {task.code} {task.title}
          </a>{' '}
          · {progressTexts(lang).figure[task.standing]}
        </li>
      ))}
      {counts.total > first.length && (
        <li>
          <a href={figureLink(filter, { kind: 'target', targetId: target.id }, 'total')}>
            {t.more(formatNumber(lang, counts.total))}
          </a>
        </li>
      )}
    </ul>
  );
  if (isPrinted) return list;
  return (
    <details class="fold">
      <summary>{t.tasks(formatNumber(lang, counts.total))}</summary>
      {list}
    </details>
  );
}
