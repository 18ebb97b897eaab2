import { sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Asker } from '#platform/session/kept-for-actor.server.ts';
import type { PeriodKind, PeriodState } from '../report-period/report-period.ts';
import type { HandIn, HandInState } from './report-hand-in.ts';
import { visibleTo } from './visible-to.server.ts';

/** The reports of units that this person may read, aliased `h`, of periods `p` that stand; with unit and officer. */
export function handIns(ctx: Asker) {
  return ctx.db
    .selectFrom('planning.report_hand_in as h')
    .innerJoin('planning.report_period as p', (join) =>
      join.onRef('p.tenant_id', '=', 'h.tenant_id').onRef('p.id', '=', 'h.period_id'),
    )
    .innerJoin('directory.published_unit as u', (join) =>
      join.onRef('u.tenant_id', '=', 'h.tenant_id').onRef('u.id', '=', 'h.unit_id'),
    )
    .leftJoin('directory.published_officer as o', (join) =>
      join.onRef('o.tenant_id', '=', 'h.tenant_id').onRef('o.id', '=', 'h.handed_in_by'),
    )
    .select(['h.id', 'h.unit_id', 'u.name as unit_name', 'h.state', 'h.first_handed_in_on', 'h.handed_in_on'])
    .select(['h.handed_in_by', 'o.full_name', 'h.text', 'h.reason', 'h.sent_back_times', 'h.version'])
    .select([
      'p.id as period_id',
      'p.kind',
      'p.year',
      'p.number',
      'p.topic',
      'p.title',
      'p.data_from',
      'p.data_to',
    ])
    .select(['p.due_on', 'p.addressee', 'p.state as period_state'])
    .where('h.tenant_id', '=', ctx.tenant.id)
    .where('p.state', 'in', ['open', 'past', 'sent'])
    .where(visibleTo(ctx.actor));
}

export type HandInRow = Awaited<ReturnType<ReturnType<typeof handIns>['executeTakeFirstOrThrow']>>;

/** The report of one unit; `NotFound` where there is none for this person. */
export async function getHandIn(ctx: Ctx, handInId: string): Promise<HandIn> {
  const id = parseId<'report-hand-in'>(handInId);
  const row = id && (await handIns(ctx).where('h.id', '=', id).executeTakeFirst());
  if (!row) throw new NotFound();
  return toHandIn(row);
}

/** The reports of the units for one period, in the order of the units. */
export async function listHandIns(ctx: Ctx, periodId: Id<'report-period'>): Promise<HandIn[]> {
  const rows = await handIns(ctx)
    .where('h.period_id', '=', periodId)
    .orderBy(sql`u.name collate "vi-x-icu"`)
    .orderBy('h.id')
    .limit(500)
    .execute();
  return rows.map(toHandIn);
}

export function toHandIn(row: HandInRow): HandIn {
  return {
    id: row.id as Id<'report-hand-in'>,
    unitId: row.unit_id as Id<'unit'>,
    unitName: row.unit_name ?? '',
    state: row.state as HandInState,
    firstHandedInOn: row.first_handed_in_on as PlainDate | null,
    handedInOn: row.handed_in_on as PlainDate | null,
    handedInById: row.handed_in_by as Id<'officer'> | null,
    handedInByName: row.full_name,
    text: row.text,
    reason: row.reason,
    sentBackTimes: row.sent_back_times,
    version: row.version,
    period: {
      id: row.period_id as Id<'report-period'>,
      kind: row.kind as PeriodKind,
      year: row.year,
      number: row.number,
      topic: row.topic,
      title: row.title,
      dataFrom: row.data_from as PlainDate | null,
      dataTo: row.data_to as PlainDate | null,
      dueOn: row.due_on as PlainDate | null,
      addressee: row.addressee,
      state: row.period_state as PeriodState,
    },
  };
}
