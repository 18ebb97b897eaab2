import { type SqlBool, sql } from 'kysely';
import * as policy from '#platform/audit/policy.ts';
import type { ShownRecord } from '#platform/http/reply.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { type Facts, type HistoryLine, idsIn } from './history.ts';

const pageSize = 50;
const mostShownOnRecord = 20;
const mostPeople = 500;

/** What a program asks of the audit: days are YYYY-MM-DD in Việt Nam; `before` is a place that a page before gave. */
export interface HistoryFilter {
  readonly act?: string | undefined;
  readonly recordKind?: string | undefined;
  readonly recordId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly before?: string | undefined;
}

/** The lines of the filter, newest first, one page of them; `older` says where the next page begins. */
export async function listHistory(
  ctx: Ctx,
  filter: HistoryFilter,
): Promise<{ lines: HistoryLine[]; older: string | undefined }> {
  const found = await selectLines(ctx, filter, pageSize + 1);
  const lines = found.slice(0, pageSize);
  const last = found.length > pageSize ? lines.at(-1) : undefined;
  return { lines, older: last && `${last.atText}_${last.id}` };
}

/** What was last done to any of a few records, newest first; older lines are left to the audit itself. */
export function listRecordLines(ctx: Ctx, records: readonly ShownRecord[]): Promise<HistoryLine[]> {
  return selectLines(ctx, {}, mostShownOnRecord, records);
}

/** Everybody whose acts stand in the audit, by their latest name. */
export async function listPeople(ctx: Ctx): Promise<{ key: string; name: string }[]> {
  must(policy.read(ctx.actor));
  const tenant = ctx.tenant.id;
  // From one person to the next over the index, instead of over every line.
  const { rows } = await sql<{ key: string; name: string }>`
    with recursive person (id) as (
      (select actor_id from platform.audit_line where tenant_id = ${tenant} and actor_id is not null order by actor_id limit 1)
      union all
      select (select l.actor_id from platform.audit_line l where l.tenant_id = ${tenant} and l.actor_id > p.id
              order by l.actor_id limit 1)
      from person p where p.id is not null
    )
    select p.id::text as key, latest.actor_name as name
    from person p cross join lateral (
      select l.actor_name from platform.audit_line l where l.tenant_id = ${tenant} and l.actor_id = p.id
      order by l.at desc, l.id desc limit 1) as latest
    limit ${mostPeople}`.execute(ctx.db);
  return rows;
}

/** What the latest nightly check found; undefined before the first night. */
export async function findLastCheck(
  ctx: Ctx,
): Promise<{ at: Date; lines: number; brokenAt: number | undefined } | undefined> {
  must(policy.read(ctx.actor));
  const row = await ctx.db
    .selectFrom('platform.audit_line')
    .select(['at', 'after'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('record_kind', '=', 'audit')
    .where('record_id', '=', ctx.tenant.id)
    .where('act', '=', 'platform.audit.verify')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const after = row.after as { lines: number; faults: { from: number }[] };
  return { at: row.at, lines: after.lines, brokenAt: after.faults[0]?.from };
}

/** The names of the officers and units whose ids stand in these lines. */
export async function namesIn(ctx: Ctx, lines: readonly HistoryLine[]): Promise<ReadonlyMap<string, string>> {
  const ids = idsIn(lines);
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, full_name as name from directory.published_officer where tenant_id = ${ctx.tenant.id} and id = any(${ids}::uuid[])
    union all
    select id, name from directory.published_unit where tenant_id = ${ctx.tenant.id} and id = any(${ids}::uuid[])`.execute(
    ctx.db,
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** True for lines that tell of an opening, as `OpeningAct` names them; the words of the index `audit_line_opening`. */
export const opening = sql<SqlBool>`(l.act like '%.see' or l.act like '%.export')`;

/** The lines of the tenant, aliased `l`, for whoever may read them: the beginning of every list of them. */
export function linesOf(ctx: Ctx) {
  must(policy.read(ctx.actor));
  return ctx.db
    .selectFrom('platform.audit_line as l')
    .selectAll('l')
    .select(sql<string>`platform.audit_instant(l.at)`.as('at_text'))
    .where('l.tenant_id', '=', ctx.tenant.id);
}

async function selectLines(
  ctx: Ctx,
  filter: HistoryFilter,
  most: number,
  records: readonly ShownRecord[] = [],
): Promise<HistoryLine[]> {
  let query = linesOf(ctx);
  if (filter.act) query = query.where('l.act', '=', filter.act);
  if (filter.recordKind) query = query.where('l.record_kind', '=', filter.recordKind);
  if (filter.recordId) query = query.where('l.record_id', '=', filter.recordId);
  if (records.length > 0)
    query = query.where((eb) =>
      eb.or(
        records.map(({ kind, id }) =>
          eb.and([eb('l.record_kind', '=', kind), ...(id ? [eb('l.record_id', '=', id)] : [])]),
        ),
      ),
    );
  const { from, to } = filter;
  if (from)
    query = query.where(sql<SqlBool>`l.at >= ${from}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'`);
  if (to)
    query = query.where(sql<SqlBool>`l.at < (${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`);
  if (filter.before) {
    const [at, id] = filter.before.split('_');
    query = query.where(sql<SqlBool>`(l.at, l.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await query.orderBy('l.at', 'desc').orderBy('l.id', 'desc').limit(most).execute();
  return rows.map(toLine);
}

type LineRow = Awaited<ReturnType<ReturnType<typeof linesOf>['execute']>>[number];

/** A row of the database as a line of the audit. */
export function toLine(row: LineRow): HistoryLine {
  return {
    id: row.id,
    at: row.at,
    atText: row.at_text,
    act: row.act,
    actorKind: row.actor_kind as HistoryLine['actorKind'],
    actorName: row.actor_name,
    recordKind: row.record_kind,
    recordId: row.record_id,
    before: row.before as Facts | null,
    after: row.after as Facts | null,
    requestId: row.request_id,
    remoteAddress: row.remote_address,
    position: row.position === null ? null : Number(row.position),
    hash: row.hash?.toString('hex') ?? null,
  };
}
