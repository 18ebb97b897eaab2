import { plainDate } from '#platform/clock/plain-date.ts';
import type { ReadDb } from '#platform/db/db.ts';
import { type Id, parseId } from '#platform/db/id.ts';
import { keptQuery } from '#platform/db/kept-query.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { loadWorkCalendar } from '../working-day/queries.server.ts';
import { type WorkCalendar, workCalendar } from '../working-day/working-day.ts';
import type { OwnDay } from './own-day.ts';

/** The office's own days, the latest first, also those taken back. */
export async function listOwnDays(ctx: Ctx): Promise<OwnDay[]> {
  const rows = await ownDays(ctx).orderBy('on_date', 'desc').orderBy('id', 'desc').limit(500).execute();
  return rows.map(toOwnDay);
}

/** One of the office's own days. */
export async function getOwnDay(ctx: Ctx, dayId: string): Promise<OwnDay> {
  const id = parseId<'own-day'>(dayId);
  const row = id && (await ownDays(ctx).where('id', '=', id).executeTakeFirst());
  if (!row) throw new NotFound();
  return toOwnDay(row);
}

const standingRows = keptQuery((db, tenant: { readonly id: Id<'tenant'> }) =>
  ownDays({ db, tenant }).where('removed_at', 'is', null),
);

/** The working days of the tenant: the common calendar, with the tenant's own days above it. */
export async function loadOfficeCalendar(ctx: Ctx): Promise<WorkCalendar> {
  const common = await loadWorkCalendar(ctx.db);
  const own = (await standingRows(ctx.db, ctx.tenant)).map(toOwnDay);
  if (own.length === 0) return common;
  const rules = own.map(({ on, kind, reason, addedAt }) => ({
    addedAt,
    on,
    kind,
    name: reason,
    nameEn: reason,
    source: ctx.tenant.name,
    certainty: 'sourced' as const,
  }));
  return workCalendar([...common.rules.values(), ...rules], [...common.weekend]);
}

function ownDays(ctx: { readonly db: ReadDb; readonly tenant: { readonly id: Id<'tenant'> } }) {
  return ctx.db
    .selectFrom('calendar.own_day')
    .select(['id', 'on_date', 'kind', 'reason', 'created_at', 'removed_at'])
    .where('tenant_id', '=', ctx.tenant.id);
}

function toOwnDay(row: {
  id: string;
  on_date: string;
  kind: string;
  reason: string;
  created_at: Date;
  removed_at: unknown;
}): OwnDay {
  return {
    id: row.id as Id<'own-day'>,
    on: plainDate(row.on_date),
    kind: row.kind as OwnDay['kind'],
    reason: row.reason,
    addedAt: row.created_at,
    isRemoved: row.removed_at !== null,
  };
}
