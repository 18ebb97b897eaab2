import { expressionBuilder, sql } from 'kysely';
import type { DB } from '#db/types.ts';
import { addWorkingDays, loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import type { Rung } from '#modules/casework/index.server.ts';
import { findLeadership } from '#modules/directory/index.server.ts';
import { addDays, type PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import type { TaskStage } from '../task/task-life.ts';
import { visibleTo } from '../task/visible-to.server.ts';
import { escalatedStages, type LadderSteps, rungs, seatedOn } from './escalation.ts';
import { seatsOf } from './late-tasks.server.ts';
import * as policy from './policy.ts';

/** One thing that a ladder would have told somebody in a month that is over. */
export interface WouldBeTold {
  readonly officerId: Id<'officer'>;
  readonly rung: Rung;
  readonly taskId: string;
  readonly code: string;
  readonly title: string;
  readonly dueOn: PlainDate;
  /** The working day of the morning. */
  readonly on: PlainDate;
  readonly daysLate: number;
}

/** When the morning round of a day goes through what is late. */
const morning = 'T04:30:00+07:00';

/**
 * Whom a ladder would have told in a month, by the facts of that month: each task by its step and its deadline as they
 * were on the morning, real working days, and who headed the unit on that day. Who does a task, and who is in charge of a
 * unit where nobody was named for the day, are those of today. Only tasks that the person may read.
 */
export async function listWouldBeTold(
  ctx: Ctx,
  steps: LadderSteps,
  month: { readonly first: PlainDate; readonly last: PlainDate },
): Promise<WouldBeTold[]> {
  must(policy.read(ctx.actor));
  const calendar = await loadOfficeCalendar(ctx);
  const today = ctx.clock.today();
  const last = month.last < today ? month.last : addDays(today, -1);
  const [then, now] = [await findLeadership(ctx, month.last), await findLeadership(ctx, today)];
  const leadership = then.version > 0 ? then : now;
  const heads = await listHeads(ctx);
  const told = new Map<string, WouldBeTold>();
  for (const task of await tasksOf(ctx, month.last)) {
    for (const dueOn of deadlinesOf(task)) {
      for (const rung of rungs) {
        const daysLate = steps[rung];
        if (daysLate === null) continue;
        const on = addWorkingDays(calendar, dueOn, daysLate);
        if (on < month.first || on > last) continue;
        const at = Date.parse(on + morning);
        const stage = stageAt(task, at);
        if (task.createdAt > at || deadlineAt(task, at) !== dueOn || !escalatedStages.includes(stage))
          continue;
        const { unitId, assigneeId } = task;
        const leadHeadIds = heads.flatMap((one) =>
          one.unitId === unitId && one.on(on) ? one.officerId : [],
        );
        for (const officerId of seatedOn(
          rung,
          seatsOf({ stage, assigneeId, leadHeadIds, unitId }, leadership),
        )) {
          // Somebody on several steps of one morning is told once, as the highest.
          told.set([task.id, dueOn, on, officerId].join(' '), {
            officerId,
            rung,
            taskId: task.id,
            code: task.code,
            title: task.title,
            dueOn,
            on,
            daysLate,
          });
        }
      }
    }
  }
  return [...told.values()].toSorted((a, b) => a.on.localeCompare(b.on) || a.code.localeCompare(b.code));
}

interface PastTask {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly stage: TaskStage;
  readonly dueOn: PlainDate | null;
  readonly createdAt: number;
  readonly unitId: Id<'unit'> | null;
  readonly assigneeId: Id<'officer'> | null;
  /** Oldest first. */
  readonly events: readonly PastEvent[];
}

interface PastEvent {
  readonly at: string;
  readonly stage: TaskStage | null;
  readonly kind: string;
  readonly dueFrom: PlainDate | null;
}

const movesDeadline: readonly string[] = ['due-changed', 'due-change-granted'];

function deadlinesOf({ dueOn, events }: PastTask): readonly PlainDate[] {
  const before = events.flatMap((event) => (movesDeadline.includes(event.kind) ? (event.dueFrom ?? []) : []));
  return [...new Set([...before, ...(dueOn === null ? [] : [dueOn])])];
}

/** The deadline as it was at a moment: what the first move after it moved away from. */
function deadlineAt({ dueOn, events }: PastTask, at: number): PlainDate | null {
  const next = events.find((event) => movesDeadline.includes(event.kind) && Date.parse(event.at) > at);
  return next ? next.dueFrom : dueOn;
}

/** The step at which a task stood at a moment, told by its events; what nothing has happened to since stands as it is. */
function stageAt({ stage, events }: PastTask, at: number): TaskStage {
  const staged = events.filter((event) => event.stage !== null);
  if (staged.every((event) => Date.parse(event.at) <= at)) return stage;
  return staged.findLast((event) => Date.parse(event.at) <= at)?.stage ?? 'draft';
}

async function tasksOf(ctx: Ctx, until: PlainDate): Promise<PastTask[]> {
  const where = expressionBuilder<DB & { t: DB['planning.task'] }, 't'>();
  const { rows } = await sql<{
    id: string;
    code: string;
    title: string;
    stage: TaskStage;
    due_on: PlainDate | null;
    created_at: Date;
    lead_unit_id: Id<'unit'> | null;
    assignee_id: Id<'officer'> | null;
    events: PastEvent[] | null;
  }>`
    select t.id, t.code, t.title, t.stage, t.due_on, t.created_at, t.lead_unit_id, o.id as assignee_id, e.events
    from planning.task t
    left join directory.published_officer o on o.tenant_id = t.tenant_id and o.id = t.assignee_id and o.ended_on is null
    left join lateral (
      select json_agg(json_build_object('at', x.at, 'stage', x.stage, 'kind', x.kind, 'dueFrom', x.detail ->> 'dueFrom')
        order by x.at, x.id) as events
      from planning.task_event x where x.tenant_id = t.tenant_id and x.task_id = t.id
    ) e on true
    where t.tenant_id = ${ctx.tenant.id} and ${visibleTo(ctx.actor)(where)}
      and t.nature in ('single', 'occurrence') and t.created_at < ${`${until}T23:59:59+07:00`}::timestamptz
      and (t.due_on <= ${until}::date and (t.closed_on is null or t.closed_on > t.due_on or t.state = 'cancelled')
        or exists (select from planning.task_event x where x.tenant_id = t.tenant_id and x.task_id = t.id
          and x.kind in ('due-changed', 'due-change-granted')))`.execute(ctx.db);
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    title: row.title,
    stage: row.stage,
    dueOn: row.due_on,
    createdAt: new Date(row.created_at).getTime(),
    unitId: row.lead_unit_id,
    assigneeId: row.assignee_id,
    events: row.events ?? [],
  }));
}

async function listHeads(ctx: Ctx) {
  const rows = await ctx.db
    .selectFrom('directory.published_headship')
    .select(['unit_id', 'officer_id', 'from_on', 'to_on'])
    .where('tenant_id', '=', ctx.tenant.id)
    .execute();
  return rows.map((row) => ({
    unitId: row.unit_id as Id<'unit'>,
    officerId: row.officer_id as Id<'officer'>,
    on: (day: PlainDate) => (row.from_on ?? day) <= day && (row.to_on ?? day) >= day,
  }));
}
