import { formatNumber } from '#platform/i18n/format.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { Button, LinkButton } from '#ui/button/button.tsx';
import { Panel } from '#ui/panel/panel.tsx';
import { type Column, Table } from '#ui/table/table.tsx';
import {
  objectiveLink,
  targetLink,
  targetObjectiveLink,
  targetsOfTaskLink,
  taskOfTargetLink,
  tasksOfTargetLink,
} from '../../links.ts';
import { countLinked, listFirstLinked } from '../../objective/linked-tasks.server.ts';
import { figureLink } from '../../objective/parts/link-figures.tsx';
import * as objectivePolicy from '../../objective/policy.ts';
import { getObjective, listTreeTargets } from '../../objective/queries.server.ts';
import { texts as objectiveTexts } from '../../objective/texts.ts';
import { countedColumns } from '../../progress/parts/counted-columns.tsx';
import type { CountedTask } from '../../progress/queries.server.ts';
import { targetWords } from '../../target/parts/target-words.tsx';
import type { TargetRecord } from '../../target/queries.server.ts';
import { texts as targetTexts } from '../../target/texts.ts';
import type { TaskRecord } from '../../task/queries.server.ts';
import * as policy from '../policy.ts';
import { type LinkedTarget, listTargetsOfTask } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** What a task is for, as read by `loadTargetsOfTask`; the way to say so where it is for nothing. */
export function TargetsOfTask({
  ctx,
  task,
  targets,
}: {
  ctx: Ctx;
  task: TaskRecord;
  targets: readonly LinkedTarget[];
}) {
  const t = texts(ctx.lang);
  const mayLink = canBeLinked(task) && policy.may(ctx.actor, 'link', task).allowed;
  const edit = mayLink ? (
    <LinkButton href={targetsOfTaskLink(task.id)}>{t.chooseTarget}</LinkButton>
  ) : undefined;
  if (targets.length === 0) return edit ? <div class="button-row">{edit}</div> : null;
  return (
    <Panel id="targets" title={t.ofTask} count={targets.length} actions={edit} isFlush>
      <LinkedTargetTable ctx={ctx} caption={t.ofTaskCaption} rows={targets} />
    </Panel>
  );
}

/** Whether a task can be for targets: it has a plan and is no part of another. */
export function canBeLinked(task: Pick<TaskRecord, 'planId' | 'nature'>): boolean {
  return task.planId !== null && task.nature !== 'sub-task';
}

/** The targets that a task is for; nothing is asked for one that can be for none. */
export async function loadTargetsOfTask(ctx: Ctx, task: TaskRecord): Promise<LinkedTarget[]> {
  return canBeLinked(task) ? listTargetsOfTask(ctx, task.id) : [];
}

/** Targets with what they promise; `deed` adds a column of buttons. */
export function LinkedTargetTable<Row extends LinkedTarget>({
  ctx,
  caption,
  rows,
  deed,
}: {
  ctx: Ctx;
  caption: string;
  rows: readonly Row[];
  deed?: Column<Row>['render'];
}) {
  const t = texts(ctx.lang);
  return (
    <Table<Row>
      caption={caption}
      frame="none"
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'target',
          label: t.column.target,
          priority: 'lead',
          render: (row) => <a href={targetLink(row.id)}>{row.text}</a>,
        },
        {
          key: 'promise',
          label: t.column.promise,
          size: 'medium',
          render: (row) => targetWords(ctx.lang, targetTexts(ctx.lang), row),
        },
        ...(deed
          ? [{ key: 'deed', label: t.column.deed, isLabelHidden: true, isForScreen: true, render: deed }]
          : []),
      ]}
    />
  );
}

/** What the page of a target says of its objective and of the tasks that are for it. */
export interface TargetPlace {
  readonly objective: { readonly id: string; readonly title: string } | null;
  readonly tasks: readonly CountedTask[];
  readonly count: number;
}

const tasksShown = 20;

/** The objective and the first tasks of a target; four statements. */
export async function loadTargetPlace(ctx: Ctx, target: TargetRecord): Promise<TargetPlace> {
  const own = (await listTreeTargets(ctx, target.plan.id)).find((one) => one.id === target.id);
  const filter = { planId: target.plan.id, unitId: undefined, leaderId: undefined };
  const query = { place: { kind: 'target', targetId: target.id }, figure: 'total', filter } as const;
  const tasks = await listFirstLinked(ctx, query, tasksShown);
  return {
    objective: own?.objectiveId ? await getObjective(ctx, own.objectiveId) : null,
    tasks,
    count: tasks.length < tasksShown ? tasks.length : await countLinked(ctx, query),
  };
}

/** The objective of a target, with the way to another. */
export function ObjectiveOf({ ctx, target, place }: { ctx: Ctx; target: TargetRecord; place: TargetPlace }) {
  const t = texts(ctx.lang);
  const mayPlace = objectivePolicy.may(ctx.actor, 'place', target).allowed;
  return (
    <>
      {place.objective ? (
        <a href={objectiveLink(place.objective.id)}>{place.objective.title}</a>
      ) : (
        t.noObjective
      )}{' '}
      {mayPlace && <a href={targetObjectiveLink(target.id)}>{objectiveTexts(ctx.lang).placeForm.open}</a>}
    </>
  );
}

/** The tasks that are for a target, each with the way to unlink it. */
export function TasksOfTarget({
  ctx,
  target,
  place,
}: {
  ctx: Ctx;
  target: TargetRecord;
  place: TargetPlace;
}) {
  const t = texts(ctx.lang);
  const mayLink = target.isInForce && policy.maySome(ctx.actor);
  const columns = countedColumns(ctx);
  const unlinking: Column<CountedTask> = {
    key: 'deed',
    size: 'short',
    label: t.column.deed,
    isLabelHidden: true,
    isForScreen: true,
    render: (task) => (
      <form method="post" action={taskOfTargetLink(target.id, task.id, 'bo')}>
        <Button size="small" label={t.unlinkFrom(task.code)}>
          {t.unlink}
        </Button>
      </form>
    ),
  };
  const filter = { planId: target.plan.id, unitId: undefined, leaderId: undefined };
  return (
    <Panel
      id="tasks"
      title={t.ofTarget}
      count={formatNumber(ctx.lang, place.count)}
      isFlush={place.tasks.length > 0}
      actions={
        mayLink ? <LinkButton href={tasksOfTargetLink(target.id)}>{t.chooseTasks}</LinkButton> : undefined
      }
      footer={
        place.count > place.tasks.length ? (
          <a href={figureLink(filter, { kind: 'target', targetId: target.id }, 'total')}>
            {t.allOf(formatNumber(ctx.lang, place.count))}
          </a>
        ) : undefined
      }
    >
      {place.tasks.length === 0 ? (
        t.ofTargetNone
      ) : (
        <Table<CountedTask>
          caption={t.ofTargetCaption}
          frame="none"
          rows={place.tasks}
          rowKey={(task) => task.id}
          columns={mayLink ? [...columns, unlinking] : columns}
        />
      )}
    </Panel>
  );
}
