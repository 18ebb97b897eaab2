import { sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { ReviewMonth } from './review-month.ts';
import { visibleTo } from './visible-to.server.ts';

/** Somebody who headed a unit on some day of a month. */
export interface MonthHead {
  readonly officerId: Id<'officer'>;
  readonly fullName: string;
  readonly positionTitle: string;
  /** The day on which it began or ended, where that lies within the month. */
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

/** A unit with whoever headed it in a month; the last is the one whom the month is about. */
export interface HeadedUnit {
  readonly id: Id<'unit'>;
  readonly name: string;
  readonly heads: readonly MonthHead[];
}

/**
 * The units that there were in a month with their heads, in the order of the office. Whoever may read only their own
 * evaluation gets the units that they headed at its end.
 */
export async function listHeadedUnits(ctx: Ctx, month: ReviewMonth): Promise<HeadedUnit[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    heads: MonthHead[] | null;
  }>`select u.id, u.name, heads.list as heads
    from directory.published_unit u
    left join lateral (
      select json_agg(json_build_object('officerId', h.officer_id, 'fullName', h.full_name,
          'positionTitle', h.position_title,
          'from', case when h.from_on > ${month.first} then h.from_on end,
          'to', case when h.to_on < ${month.last} then h.to_on end)
          order by h.to_on nulls last, h.from_on nulls first, h.officer_id) as list,
        (array_agg(h.officer_id order by h.to_on desc nulls first, h.from_on desc nulls last, h.officer_id desc))[1]
          as officer_id
      from directory.published_headship h
      where h.tenant_id = ${ctx.tenant.id} and h.unit_id = u.id and (h.from_on is null or h.from_on <= ${month.last})
        and (h.to_on is null or h.to_on >= ${month.first})
    ) heads on true
    left join lateral (select heads.officer_id) h on true
    where u.tenant_id = ${ctx.tenant.id} and not u.is_collective
      and (u.ended_on is null or u.ended_on >= ${month.first}) and ${visibleTo(ctx.actor, 'h.officer_id')}
    order by u.ordinal, u.name collate "vi-x-icu"`.execute(ctx.db);
  return rows.map(({ id, name, heads }) => ({ id: id as Id<'unit'>, name, heads: heads ?? [] }));
}

/** An absence of a head that touches a month, and who stood in. */
export interface MonthAbsence {
  readonly officerId: Id<'officer'>;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly substituteName: string | null;
}

/** When these heads were away in a month; the caller may read their evaluations. */
export async function listAbsences(
  ctx: Ctx,
  month: ReviewMonth,
  officerIds: readonly string[],
): Promise<MonthAbsence[]> {
  const { rows } = await sql<{
    officer_id: string;
    from_on: string;
    to_on: string;
    full_name: string | null;
  }>`select a.officer_id, a.from_on, a.to_on, s.full_name
    from directory.published_absence a
    left join directory.published_officer s on s.tenant_id = a.tenant_id and s.id = a.substitute_id
    where a.tenant_id = ${ctx.tenant.id} and a.officer_id = any(${[...officerIds]}::uuid[])
      and a.from_on <= ${month.last} and a.to_on >= ${month.first}
    order by a.from_on`.execute(ctx.db);
  return rows.map((row) => ({
    officerId: row.officer_id as Id<'officer'>,
    from: row.from_on as PlainDate,
    to: row.to_on as PlainDate,
    substituteName: row.full_name,
  }));
}
