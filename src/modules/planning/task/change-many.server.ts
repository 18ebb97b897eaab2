import { sql } from 'kysely';
import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import type { BulkTarget, RowResult } from '#modules/lists/index.server.ts';
import { type PlainDate, plainDate } from '#platform/clock/plain-date.ts';
import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { ListFilter } from '#platform/list/filter.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { assignTask } from './commands/assign.server.ts';
import { changeDue, dueRefusal } from './commands/change-due.server.ts';
import { cancelTask, reopenTask } from './commands/close.server.ts';
import { approveTask } from './commands/judge.server.ts';
import { acceptTask } from './commands/receive.server.ts';
import { nextTasks } from './list-tasks.server.ts';
import * as policy from './policy.ts';
import { takeTaskBack } from './take-back.server.ts';
import { beforeColumns, beforeOf, type TaskBefore } from './task-before.server.ts';
import type { TaskNature, TaskRelations } from './task.ts';
import type { TaskDeed, TaskStage, TaskState } from './task-life.ts';
import { visibleTo } from './visible-to.server.ts';

/** What changes of each task: a field that is absent stays as it is, null takes the person or the unit away. */
export interface TaskChange {
  readonly assigneeId?: string | null;
  readonly approverId?: string | null;
  readonly leadUnitId?: string | null;
}

/** Another deadline for each task, and why; a task without one gets its first. */
export interface DueChangeOfMany {
  readonly dueOn: PlainDate;
  readonly text: string;
}

/** A task with what decides whether it can be changed, and how. */
export interface TaskFacts extends TaskRelations {
  readonly nature: TaskNature;
  readonly id: Id<'task'>;
  readonly label: string;
  /** The deadline in the words of its plan or document. */
  readonly dueText: string | null;
  readonly before: TaskBefore;
  readonly version: number;
}

/** Those of these tasks that this person sees. */
export async function findTargets(ctx: Ctx, ids: readonly string[]): Promise<BulkTarget[]> {
  return (await listFacts(ctx, ids)).map(({ id, label }) => ({ id, label }));
}

/** The first tasks of a filter that this person sees. */
export async function allTargets(ctx: Ctx, filter: ListFilter, most: number): Promise<BulkTarget[]> {
  const { rows } = await nextTasks(ctx, await loadOfficeCalendar(ctx), filter, undefined, most);
  return rows.map((row) => ({ id: row.id, label: labelOf(row.code, row.title) }));
}

/** The reason for each task with which the deed would be refused, asked of the rules that the deed itself asks. */
export async function foresee(
  ctx: Ctx,
  ids: readonly string[],
  deed: TaskDeed,
  change: TaskChange = {},
): Promise<ReadonlyMap<string, string | undefined>> {
  const facts = new Map((await listFacts(ctx, ids)).map((task) => [task.id as string, task]));
  return new Map(
    ids.map((id) => {
      const task = facts.get(id);
      if (!task) return [id, 'not-found'];
      const decision = policy.may(ctx.actor, deed, task);
      if (!decision.allowed) return [id, decision.reason === 'no-grant' ? 'no-right' : decision.reason];
      return [id, deed === 'assign' && isSame(task, change) ? 'same' : undefined];
    }),
  );
}

/** The reason for each task of which the deadline cannot become this day. */
export async function foreseeDue(
  ctx: Ctx,
  ids: readonly string[],
  to: DueChangeOfMany,
): Promise<ReadonlyMap<string, string | undefined>> {
  const facts = new Map((await listFacts(ctx, ids)).map((task) => [task.id as string, task]));
  const asked = await listAsked(ctx, ids);
  const foreseen = (id: string) => {
    const task = facts.get(id);
    if (!task) return 'not-found';
    const decision = policy.may(ctx.actor, dueDeed(task), task);
    if (!decision.allowed) return decision.reason === 'no-grant' ? 'no-right' : decision.reason;
    if (task.before.dueOn === null) return undefined;
    return (
      dueRefusal({ dueOn: plainDate(task.before.dueOn) }, to.dueOn, ctx.clock.today()) ??
      (asked.has(id) ? 'due-asked' : undefined)
    );
  };
  return new Map(ids.map((id) => [id, foreseen(id)]));
}

/** Gives one task this deadline: its first, or another with the reason. */
export async function changeDueOfOne(ctx: Ctx, id: string, to: DueChangeOfMany): Promise<RowResult> {
  const task = await factsOf(ctx, id);
  const { assigneeId, approverId, leadUnitId, version } = task;
  const outcome =
    dueDeed(task) === 'change-due'
      ? await changeDue(ctx, id, { ...to, version })
      : await assignTask(ctx, id, { assigneeId, approverId, leadUnitId, dueOn: to.dueOn, version });
  return outcome.ok ? { ok: true, undo: undoOf(task, dueDeed(task)) } : { ok: false, reason: outcome.code };
}

/** A first deadline is part of assigning; another one is a deed of its own. */
function dueDeed(task: TaskFacts): TaskDeed {
  return task.before.dueOn === null && task.state === 'open' ? 'assign' : 'change-due';
}

/** Those of these tasks of which somebody has asked for another deadline. */
async function listAsked(ctx: Ctx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const known = ids.flatMap((id) => parseId<'task'>(id) ?? []);
  const rows = await ctx.db
    .selectFrom('planning.due_change_request')
    .select('task_id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('state', '=', 'open')
    .where(sql`task_id`, '=', sql`any(${known}::uuid[])`)
    .execute();
  return new Set(rows.map((row) => row.task_id));
}

/** Gives one task other people or another unit. */
export async function changeTask(ctx: Ctx, id: string, change: TaskChange): Promise<RowResult> {
  const task = await factsOf(ctx, id);
  if (task.state === 'open' && isSame(task, change)) return { ok: false, reason: 'same' };
  const outcome = await assignTask(ctx, id, {
    assigneeId: change.assigneeId === undefined ? task.assigneeId : change.assigneeId,
    approverId: change.approverId === undefined ? task.approverId : change.approverId,
    leadUnitId: change.leadUnitId === undefined ? task.leadUnitId : change.leadUnitId,
    dueOn: undefined,
    version: task.version,
  });
  return outcome.ok ? { ok: true, undo: undoOf(task, 'assign') } : { ok: false, reason: outcome.code };
}

/** The deeds on many tasks that need no more than one common text, each as it is done to one. */
const plainDeeds = {
  accept: acceptTask,
  approve: approveTask,
  cancel: cancelTask,
  reopen: reopenTask,
} as const satisfies Partial<Record<TaskDeed, unknown>>;
export type PlainDeed = keyof typeof plainDeeds;

/** Does such a deed to one task, with the common reason or note. */
export async function doPlainly(ctx: Ctx, id: string, deed: PlainDeed, text: string): Promise<RowResult> {
  const task = await factsOf(ctx, id);
  const outcome = await plainDeeds[deed](ctx, id, { text, version: task.version });
  return outcome.ok ? { ok: true, undo: undoOf(task, deed) } : { ok: false, reason: outcome.code };
}

/** Puts one task back as it was before the deed. */
export async function undoTask(ctx: Ctx, id: string, undo: unknown): Promise<RowResult> {
  const outcome = await takeTaskBack(ctx, id, undo);
  return outcome.ok ? { ok: true, undo: null } : { ok: false, reason: outcome.code };
}

/** What it takes to put a task back as it was before this deed. */
export function undoOf(task: TaskFacts, deed: TaskDeed) {
  return { deed, version: task.version + 1, before: task.before };
}

function isSame(task: TaskFacts, change: TaskChange): boolean {
  const { assigneeId, approverId, leadUnitId } = change;
  return (
    (assigneeId === undefined || assigneeId === task.assigneeId) &&
    (approverId === undefined || approverId === task.approverId) &&
    (leadUnitId === undefined || leadUnitId === task.leadUnitId)
  );
}

/** One of them; `NotFound` when the person may not see it. */
export async function factsOf(ctx: Ctx, id: string): Promise<TaskFacts> {
  const [task] = await listFacts(ctx, [id]);
  if (!task) throw new NotFound();
  return task;
}

/** Those of these tasks that this person sees, in the order of the list. */
export async function listFacts(ctx: Ctx, ids: readonly string[]): Promise<TaskFacts[]> {
  const known = ids.flatMap((id) => parseId<'task'>(id) ?? []);
  if (known.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('planning.task as t')
    .select(beforeColumns)
    .select([
      't.id',
      't.nature',
      't.code',
      't.title',
      't.due_text',
      't.state',
      't.version',
      sql<string[]>`array(select tu.unit_id::text from planning.task_unit tu
        where tu.tenant_id = t.tenant_id and tu.task_id = t.id and tu.part = 'coordinating')`.as(
        'coordinating',
      ),
    ])
    .where('t.tenant_id', '=', ctx.tenant.id)
    .where(sql`t.id`, '=', sql`any(${known}::uuid[])`)
    .where(visibleTo(ctx.actor))
    .orderBy('t.ordinal')
    .orderBy('t.id')
    .execute();
  return rows.map((row) => ({
    id: row.id as Id<'task'>,
    nature: row.nature as TaskNature,
    label: labelOf(row.code, row.title),
    dueText: row.due_text,
    state: row.state as TaskState,
    stage: row.stage as TaskStage,
    leadUnitId: row.lead_unit_id as Id<'unit'> | null,
    coordinatingUnitIds: row.coordinating as Id<'unit'>[],
    assigneeId: row.assignee_id as Id<'officer'> | null,
    approverId: row.approver_id as Id<'officer'> | null,
    version: row.version,
    before: beforeOf(row),
  }));
}

function labelOf(code: string, title: string): string {
  return `${code} ${title}`.trim();
}
