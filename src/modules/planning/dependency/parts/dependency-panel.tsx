import type { WorkCalendar } from '#modules/calendar/index.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { LinkButton } from '#ui/button/button.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { type Column, Table } from '#ui/table/table.tsx';
import { dependenciesLink } from '../../links.ts';
import type { TaskRow } from '../../task/list-tasks.server.ts';
import { taskColumns } from '../../task/parts/task-columns.tsx';
import { texts } from '../texts.ts';

/** What must be finished before a task, and what waits for it; only the way to say so where there is neither. */
export function DependencyPanels(props: {
  ctx: Ctx;
  calendar: WorkCalendar;
  taskId: string;
  predecessors: readonly TaskRow[];
  successors: readonly TaskRow[];
  mayAdd: boolean;
}) {
  const { ctx, calendar, taskId, predecessors, successors } = props;
  const t = texts(ctx.lang);
  const edit = props.mayAdd ? <LinkButton href={dependenciesLink(taskId)}>{t.edit}</LinkButton> : undefined;
  return (
    <>
      {predecessors.length === 0 && edit && <div class="button-row">{edit}</div>}
      {predecessors.length > 0 && (
        <Panel id="predecessors" title={t.before} count={predecessors.length} actions={edit} isFlush>
          <DependencyTable ctx={ctx} calendar={calendar} caption={t.beforeCaption} rows={predecessors} />
        </Panel>
      )}
      {successors.length > 0 && (
        <Panel id="successors" title={t.after} count={successors.length} isFlush>
          <DependencyTable ctx={ctx} calendar={calendar} caption={t.afterCaption} rows={successors} />
        </Panel>
      )}
    </>
  );
}

/** Tasks with their states and clocks; `deed` adds a column of buttons. */
export function DependencyTable({
  ctx,
  calendar,
  caption,
  rows,
  deed,
}: {
  ctx: Ctx;
  calendar: WorkCalendar;
  caption: string;
  rows: readonly TaskRow[];
  deed?: Column<TaskRow>['render'];
}) {
  const t = texts(ctx.lang);
  const columns = taskColumns<TaskRow>(ctx, calendar, t.task);
  return (
    <Table<TaskRow>
      caption={caption}
      frame="none"
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        columns.code,
        columns.task,
        columns.state,
        columns.due,
        ...(deed
          ? [{ key: 'deed', label: t.deed, isLabelHidden: true, isForScreen: true, render: deed }]
          : []),
      ]}
    />
  );
}

/** Warns whoever begins or hands in a task that what must be finished first is not, and what of it is late. */
export function OpenPredecessors({ ctx, predecessors }: { ctx: Ctx; predecessors: readonly TaskRow[] }) {
  const t = texts(ctx.lang);
  const open = predecessors.filter((one) => one.state === 'open');
  if (open.length === 0) return null;
  const late = open.filter((one) => one.dueOn !== null && one.dueOn < ctx.clock.today());
  const codes = (rows: readonly TaskRow[]) => rows.map((one) => one.code).join('; ');
  return (
    <Notice tone={late.length > 0 ? 'late' : 'soon'} title={t.open(codes(open))}>
      {late.length > 0 && <p>{t.late(codes(late))}</p>}
      {t.openText}
    </Notice>
  );
}
