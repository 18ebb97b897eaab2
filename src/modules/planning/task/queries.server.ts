import { sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { type Id, parseId } from '#platform/db/id.ts';
import { keptQuery } from '#platform/db/kept-query.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { keptForActor } from '#platform/session/kept-for-actor.server.ts';
import { oncePerReading } from '#platform/session/once-per-reading.ts';
import type { Due } from '../reading/plan-reading.ts';
import { toTaskRow } from './list-tasks.server.ts';
import { handedInOf } from './handed-in.server.ts';
import type { Task } from './task.ts';
import type { TaskEventKind } from './task-life.ts';
import { visibleTo } from './visible-to.server.ts';

const taskRows = keptForActor(({ tenant, actor, db }, { id }: { readonly id: Id<'task'> }) =>
  db
    .selectFrom('planning.task as t')
    .leftJoin('planning.plan as p', (join) =>
      join.onRef('p.tenant_id', '=', 't.tenant_id').onRef('p.id', '=', 't.plan_id'),
    )
    .leftJoin('planning.plan_section as s', (join) =>
      join.onRef('s.tenant_id', '=', 't.tenant_id').onRef('s.id', '=', 't.section_id'),
    )
    .leftJoin('directory.published_unit as u', (join) =>
      join.onRef('u.tenant_id', '=', 't.tenant_id').onRef('u.id', '=', 't.lead_unit_id'),
    )
    .leftJoin('directory.published_officer as a', (join) =>
      join.onRef('a.tenant_id', '=', 't.tenant_id').onRef('a.id', '=', 't.assignee_id'),
    )
    .leftJoin('directory.published_officer as b', (join) =>
      join.onRef('b.tenant_id', '=', 't.tenant_id').onRef('b.id', '=', 't.approver_id'),
    )
    .selectAll('t')
    .select([
      'p.title as plan_title',
      'p.draft_id',
      'p.year_from',
      'p.year_to',
      's.code as section_code',
      's.title as section_title',
      's.axis',
      'u.name as lead_unit_name',
      'a.full_name as assignee_name',
      'b.full_name as approver_name',
      sql<{ id: Id<'unit'>; name: string }[]>`(
        select coalesce(json_agg(json_build_object('id', cu.id, 'name', cu.name) order by tu.ordinal), '[]')
        from planning.task_unit tu join directory.published_unit cu on cu.tenant_id = tu.tenant_id and cu.id = tu.unit_id
        where tu.tenant_id = t.tenant_id and tu.task_id = t.id and tu.part = 'coordinating')`.as(
        'coordinating',
      ),
    ])
    .where('t.tenant_id', '=', tenant.id)
    .where('t.id', '=', id)
    .where(visibleTo(actor)),
);

/** The whole task with its units and people; throws `NotFound` when it is not there for this person. */
export const getTask = oncePerReading(readTask);

async function readTask(ctx: Ctx, taskId: string): Promise<TaskRecord> {
  const id = parseId<'task'>(taskId);
  const [row] = id ? await taskRows(ctx, { id }) : [];
  if (!row) throw new NotFound();
  return {
    planId: row.plan_id as Id<'plan'> | null,
    from:
      row.from_number === null
        ? null
        : {
            number: row.from_number,
            on: row.from_on as PlainDate,
            issuer: row.from_issuer ?? '',
            abstract: row.from_abstract,
          },
    planTitle: row.plan_title,
    planYears: row.year_from === null ? null : { from: row.year_from, to: row.year_to ?? row.year_from },
    draftId: row.draft_id as Id<'plan-draft'> | null,
    section:
      row.section_code === null
        ? null
        : { code: row.section_code, title: row.section_title ?? '', axis: row.axis },
    objective: row.objective,
    activity: row.activity,
    chairLeader: row.chair_leader,
    dueFrom: row.due_from as PlainDate | null,
    note: row.note,
    templateRunId: row.template_run_id,
    expectedEvidence: row.expected_evidence,
    originLines: row.origin_lines as number[],
    closingText: row.closing_text,
    handedIn: handedInOf(row),
    due: row.due as Due | null,
    event: row.event_on === null ? null : { on: row.event_on as PlainDate, text: row.event_text ?? '' },
    version: row.version,
    coordinatingUnits: row.coordinating,
    coordinatingUnitIds: row.coordinating.map((unit) => unit.id),
    assigneeName: row.assignee_name,
    approverName: row.approver_name,
    // Last: what follows a spread is added name by name, which costs more than the query.
    ...toTaskRow(row),
  };
}

export interface TaskRecord extends Task {
  /** What was read of the deadline. */
  readonly due: Due | null;
  /** The event or request for which the deadline waited. */
  readonly event: { readonly on: PlainDate; readonly text: string } | null;
  /** The making from a template that made it. */
  readonly templateRunId: string | null;
  /** What proof its template expects. */
  readonly expectedEvidence: string | null;
  /** Null for a task from above. */
  readonly planTitle: string | null;
  readonly planYears: { readonly from: number; readonly to: number } | null;
  readonly draftId: Id<'plan-draft'> | null;
  readonly section: { code: string; title: string; axis: string | null } | null;
  readonly leadUnitName: string | null;
  readonly assigneeName: string | null;
  readonly approverName: string | null;
  readonly coordinatingUnits: readonly { id: Id<'unit'>; name: string }[];
}

export interface TaskEvent {
  readonly at: Date;
  readonly kind: TaskEventKind;
  readonly actorName: string;
  readonly detail: Readonly<Record<string, string | null>>;
}

const eventRows = keptQuery((db, values: { readonly tenantId: Id<'tenant'>; readonly taskId: Id<'task'> }) =>
  db
    .selectFrom('planning.task_event')
    .select(['at', 'kind', 'actor_name', 'detail'])
    .where('tenant_id', '=', values.tenantId)
    .where('task_id', '=', values.taskId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(200),
);

/** What happened to a task that the caller has read already, newest first. */
export async function listTaskEvents(ctx: Ctx, taskId: Id<'task'>): Promise<TaskEvent[]> {
  const rows = await eventRows(ctx.db, { tenantId: ctx.tenant.id, taskId });
  return rows.map((row) => ({
    at: row.at,
    kind: row.kind as TaskEvent['kind'],
    actorName: row.actor_name,
    detail: row.detail as TaskEvent['detail'],
  }));
}
