import { sql } from 'kysely';
import { type PlainDate, plainDateAt } from '#platform/clock/plain-date.ts';
import type { Act } from '#platform/db/act.ts';
import type { Db } from '#platform/db/db.ts';
import { gather } from '#platform/db/gathered.ts';
import { type Id, newId } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { routeLater } from '../delivery/route-later.server.ts';
import { longestNote, stillToTell, type Telling } from './notice.ts';

/** A telling with who did it, and when. */
interface Told extends Telling {
  readonly tenantId: string;
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorName: string;
}

/**
 * Tells people what the act has done, in its transaction: each of them, the heads of units that it concerns and whoever
 * stands in for them on that day, but never the one who did it. What is unread already on the same matter is told anew instead of twice. Those who follow
 * the record are told too, where the telling says so. All that a transaction tells is written at its end, in few statements.
 */
export function tell(ctx: Ctx, tx: Act, telling: Telling): void {
  const { officerId, name } = ctx.actor;
  gather<Told>(tx.db, notices, {
    ...telling,
    tenantId: ctx.tenant.id,
    at: tx.now,
    actorId: officerId,
    actorName: name,
  });
}

const notices = { write };

async function write(db: Db, gathered: readonly Told[]): Promise<void> {
  const [first] = gathered;
  if (!first) return;
  // A transaction is of one tenant.
  const { tenantId } = first;
  const told = await withHeads(db, tenantId, gathered);
  await settle(db, tenantId, told);
  const toTell = [...stillToTell(told), ...(await toldToFollowers(db, tenantId, told))];
  await insert(db, tenantId, plainDateAt(first.at), toTell);
}

/** The tellings with the heads of the units that they concern among their people. */
async function withHeads(db: Db, tenantId: string, told: readonly Told[]): Promise<readonly Told[]> {
  const unitIds = [...new Set(told.flatMap((one) => one.unitIds ?? []))];
  if (unitIds.length === 0) return told;
  const { rows } = await sql<{ id: Id<'officer'>; unit_id: Id<'unit'> }>`
    select id, unit_id from directory.published_officer
    where tenant_id = ${tenantId} and unit_id = any(${unitIds}::uuid[]) and is_head
      and ended_on is null`.execute(db);
  return told.map((one) => {
    const heads = rows.filter((row) => one.unitIds?.includes(row.unit_id)).map((row) => row.id);
    return heads.length === 0 ? one : { ...one, officerIds: [...one.officerIds, ...heads] };
  });
}

/** What followers are told: whoever is concerned by the same transaction itself is not told as a follower too. */
async function toldToFollowers(db: Db, tenantId: string, told: readonly Told[]): Promise<Told[]> {
  const followed = told.filter((one) => one.followed !== undefined);
  if (followed.length === 0) return [];
  const { rows } = await sql<{ record_kind: string; record_id: string; officer_id: Id<'officer'> }>`
    select record_kind, record_id, officer_id from casework.follow
    where tenant_id = ${tenantId} and record_id = any(${followed.map((one) => one.recordId)}::uuid[])`.execute(
    db,
  );
  const placeOf = (kind: string, id: string) => `${kind} ${id}`;
  const concerned = new Map<string, Set<string | null>>();
  for (const one of told) {
    const place = placeOf(one.recordKind, one.recordId);
    concerned.set(place, new Set([...(concerned.get(place) ?? []), ...one.officerIds]));
  }
  return followed.map((one) => {
    const place = placeOf(one.recordKind, one.recordId);
    const officerIds = rows
      .filter((row) => placeOf(row.record_kind, row.record_id) === place)
      .map((row) => row.officer_id)
      .filter((officerId) => !concerned.get(place)?.has(officerId));
    return { ...one, kind: one.followed ?? one.kind, officerIds };
  });
}

/** Marks as read what has nothing more to tell. */
async function settle(db: Db, tenantId: string, told: readonly Told[]): Promise<void> {
  const settled = told.flatMap(({ recordKind, recordId, settles = [], settlesOfUnits, at }) =>
    settles.map((kind) => ({
      record_kind: recordKind,
      record_id: recordId,
      kind,
      at,
      unit_ids: settlesOfUnits ?? null,
    })),
  );
  if (settled.length === 0) return;
  await sql`update casework.notice n set read_at = s.at
    from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb)
      as s(record_kind text, record_id uuid, kind text, at timestamptz, unit_ids uuid[])
    where n.tenant_id = ${tenantId} and n.record_kind = s.record_kind and n.record_id = s.record_id
      and n.kind like s.kind and n.read_at is null
      and (s.unit_ids is null or exists (select from directory.published_officer o where o.tenant_id = n.tenant_id
        and o.id = coalesce(n.instead_of_id, n.officer_id) and o.unit_id = any(s.unit_ids)))`.execute(db);
}

async function insert(db: Db, tenantId: string, today: PlainDate, told: readonly Told[]): Promise<void> {
  const rows = told.flatMap((one, ordinal) =>
    [...new Set(one.officerIds)].flatMap((officerId) =>
      officerId === null
        ? []
        : {
            // An officer has one absence on a day at most, so two ids are enough.
            ordinal,
            id: newId(),
            substitute_notice_id: newId(),
            officer_id: officerId,
            kind: one.kind,
            record_kind: one.recordKind,
            record_id: one.recordId,
            actor_id: one.actorId,
            actor_name: one.actorName,
            note: (one.note ?? '').slice(0, longestNote),
            at: one.at,
          },
    ),
  );
  if (rows.length === 0) return;
  const { rows: written } = await sql<{ id: string; at: Date }>`insert into casework.notice
      (tenant_id, at, id, officer_id, kind, record_kind, record_id, instead_of_id, actor_name, note)
    select distinct on (x.officer_id, g.record_kind, g.record_id, g.kind)
      ${tenantId}::uuid, g.at, x.id, x.officer_id, g.kind, g.record_kind, g.record_id, x.instead_of_id, g.actor_name, g.note
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as g(ordinal int, id uuid, substitute_notice_id uuid, officer_id uuid, kind text, record_kind text, record_id uuid,
        actor_id uuid, actor_name text, note text, at timestamptz)
    cross join lateral (
      select g.id, g.officer_id, null::uuid as instead_of_id
      union all
      select g.substitute_notice_id, a.substitute_id, a.officer_id from directory.published_absence a
      where a.tenant_id = ${tenantId} and a.officer_id = g.officer_id and ${today} between a.from_on and a.to_on
    ) x
    where x.officer_id is distinct from g.actor_id
    order by x.officer_id, g.record_kind, g.record_id, g.kind, x.instead_of_id nulls first,
      g.ordinal desc
    on conflict (tenant_id, officer_id, record_kind, record_id, kind) where read_at is null
    do update set at = excluded.at, instead_of_id = excluded.instead_of_id, actor_name = excluded.actor_name,
      note = excluded.note
    returning id, at`.execute(db);
  await routeLater(db, tenantId as Id<'tenant'>, written);
}
