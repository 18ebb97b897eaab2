import { sql } from 'kysely';
import { loadOfficeCalendar, nextWorkingDay } from '#modules/calendar/index.server.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { ReadDb } from '#platform/db/db.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { texts as draftTexts } from '../plan-draft/texts.ts';
import type { Due } from '../reading/plan-reading.ts';
import type { TaskStage } from '../task/task-life.ts';
import {
  comesAgain,
  compareOccurrences,
  lastYearToMake,
  type OccurrenceChange,
  type StandingOccurrence,
  wantedOccurrences,
} from './occurrence.ts';

/** A recurring task with what has to happen so that its occurrences are those that its plan asks for. */
export interface SeriesChange extends OccurrenceChange {
  readonly id: string;
  readonly code: string;
  /** A series already, or a task that is about to become one. */
  readonly nature: 'single' | 'series';
  readonly stage: TaskStage;
  /** The day from which its occurrences are counted. */
  readonly from: PlainDate;
  /** Its plan does not ask for it to recur any more. */
  readonly isOver: boolean;
}

/**
 * The recurring tasks of plans in force to which something has to happen, or this one of them. A task on which somebody
 * works as one whole and has handed something in stays one.
 */
export async function listSeriesChanges(ctx: Ctx, db: ReadDb, onlyId?: string): Promise<SeriesChange[]> {
  const today = ctx.clock.today();
  const { rows } = await sql<SeriesRow>`
    select t.id, t.code, t.nature, t.stage, t.due_kind, t.due_on, t.due, t.period_from, p.year_from, p.year_to
    from planning.task t join planning.plan p on p.tenant_id = t.tenant_id and p.id = t.plan_id
    where t.tenant_id = ${ctx.tenant.id} and p.state = 'issued'
      and (t.nature = 'series' and t.state <> 'cancelled' or t.nature = 'single'
        and (t.due_kind = 'recurring' or t.due ->> 'kind' = t.due_kind and t.due ->> 'to' = t.due_on::text
          and jsonb_array_length(t.due -> 'periods') > 1)
        and t.stage in ('draft', 'waiting', 'assigned', 'accepted', 'in-progress')
        and not exists (select from planning.task c where c.tenant_id = ${ctx.tenant.id} and c.parent_id = t.id))
      and (${onlyId ?? null}::uuid is null or t.id = ${onlyId ?? null}::uuid)
    order by t.ordinal, t.id`.execute(db);
  if (rows.length === 0) return [];
  const calendar = await loadOfficeCalendar(ctx);
  const standing = await standingOf(
    ctx,
    db,
    rows.map((row) => row.id),
  );
  return rows
    .map((row) => {
      const from = row.period_from ?? today;
      const plan = { yearFrom: row.year_from, yearTo: row.year_to };
      const span = { from, untilYear: lastYearToMake(today) };
      const deadline = { dueKind: row.due_kind, dueOn: row.due_on, due: row.due };
      const wanted = wantedOccurrences(deadline, plan, span, (day) => nextWorkingDay(calendar, day));
      return {
        id: row.id,
        code: row.code,
        nature: row.nature,
        stage: row.stage,
        from,
        isOver: row.nature === 'series' && !comesAgain(deadline),
        ...compareOccurrences(wanted, standing.get(row.id) ?? [], today),
      };
    })
    .filter((one) => one.isOver || one.made.length + one.dropped.length + one.revived.length > 0);
}

interface SeriesRow {
  readonly id: string;
  readonly code: string;
  readonly nature: 'single' | 'series';
  readonly stage: TaskStage;
  readonly due_kind: string | null;
  readonly due_on: PlainDate | null;
  readonly due: Due | null;
  readonly period_from: PlainDate | null;
  readonly year_from: number;
  readonly year_to: number;
}

async function standingOf(
  ctx: Ctx,
  db: ReadDb,
  seriesIds: readonly string[],
): Promise<Map<string, StandingOccurrence[]>> {
  const droppedText = draftTexts('vi').dropped;
  const rows = await db
    .selectFrom('planning.task')
    .select(['id', 'parent_id', 'period_from', 'period_to', 'period_no', 'stage', 'due_on', 'closing_text'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('parent_id', '=', sql<string>`any(${[...seriesIds]}::uuid[])`)
    .where('nature', '=', 'occurrence')
    .execute();
  const found = new Map<string, StandingOccurrence[]>();
  for (const row of rows) {
    const one = {
      id: row.id,
      from: row.period_from as PlainDate,
      to: row.period_to as PlainDate,
      no: row.period_no ?? 1,
      stage: row.stage as TaskStage,
      dueOn: row.due_on as PlainDate | null,
      isDropped: row.stage === 'cancelled' && row.closing_text === droppedText,
    };
    const parent = row.parent_id ?? '';
    found.set(parent, [...(found.get(parent) ?? []), one]);
  }
  return found;
}
