import { sql } from 'kysely';
import type { ReadDb } from '#platform/db/db.ts';
import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { ChoiceOwner, DefaultRow, LayerChoice } from './choice-owner.ts';
import { type Channel, type OwnChoice, resolveChoice } from './notice-choice.ts';
import { visibleTo } from './visible-to.server.ts';

interface LayerRow {
  readonly layer: ChoiceOwner['layer'];
  readonly chosen: OwnChoice;
  readonly version: number;
  readonly chosen_by: string;
  readonly chosen_at: Date;
}

/** What a layer says, and what the layers above it come to: one statement. */
export async function findLayer(ctx: Pick<Ctx, 'db' | 'tenant'>, owner: ChoiceOwner): Promise<LayerChoice> {
  const rows = await layersOf(ctx.db, ctx.tenant.id, owner);
  const own = rows.find((row) => row.layer === owner.layer);
  const above = (['office', 'unit'] as const).flatMap((layer) =>
    layer === owner.layer ? [] : (rows.find((row) => row.layer === layer)?.chosen ?? []),
  );
  return {
    own: own?.chosen ?? {},
    above: resolveChoice(above),
    version: own?.version ?? 0,
    chosenBy: own?.chosen_by ?? '',
    chosenAt: own?.chosen_at ?? null,
  };
}

/** The rows of a layer and of those above it. */
async function layersOf(db: ReadDb, tenantId: string, owner: ChoiceOwner): Promise<LayerRow[]> {
  const unitId = owner.layer === 'unit' ? owner.unitId : null;
  const officerId = owner.layer === 'person' ? owner.officerId : null;
  const { rows } = await sql<LayerRow>`
    select case when c.officer_id is not null then 'person' when c.unit_id is not null then 'unit' else 'office' end
        as layer, c.chosen, c.version, c.chosen_by, c.chosen_at
    from casework.notice_choice c
    where c.tenant_id = ${tenantId} and (
      (c.unit_id is null and c.officer_id is null) or c.officer_id = ${officerId}
      or c.unit_id = coalesce(${unitId}::uuid, (select o.unit_id from directory.published_officer o
        where o.tenant_id = ${tenantId} and o.id = ${officerId})))`.execute(db);
  return rows;
}

/** Where letters reach this person: the confirmed addresses, by way. */
export async function listOwnAddresses(ctx: Ctx): Promise<ReadonlyMap<Channel, string>> {
  const { rows } = await sql<{ channel: Channel; address: string }>`
    select c.channel, c.address from casework.contact c
    where c.confirmed_at is not null and c.tenant_id = ${ctx.tenant.id} and c.officer_id = ${ctx.actor.officerId}`.execute(
    ctx.db,
  );
  return new Map(rows.map((row) => [row.channel, row.address]));
}

/** A unit for which this person may say something, by its id as it stands in an address. */
export async function getUnit(ctx: Ctx, unitId: string): Promise<{ id: Id<'unit'>; name: string }> {
  const id = parseId<'unit'>(unitId);
  const row =
    id &&
    (await ctx.db
      .selectFrom('directory.published_unit as u')
      .select('u.name')
      .where('u.tenant_id', '=', ctx.tenant.id)
      .where('u.id', '=', id)
      .where('u.ended_on', 'is', null)
      .where(visibleTo(ctx.actor))
      .executeTakeFirst());
  if (!id || !row) throw new NotFound();
  return { id, name: row.name ?? '' };
}

/** What the units for which this person may speak say, and the office first for whoever may speak for all. */
export async function listDefaults(ctx: Ctx): Promise<DefaultRow[]> {
  const ofOffice = ctx.actor.grants.get('casework.notice-choice.set') === 'all';
  const { rows } = await sql<{
    unit_id: Id<'unit'> | null;
    name: string | null;
    chosen: OwnChoice | null;
    chosen_by: string | null;
    chosen_at: Date | null;
    people: number;
    choosers: number;
  }>`with people as (
      select o.unit_id, count(*)::int as people,
        count(*) filter (where c.chosen is not null and c.chosen <> '{}')::int as choosers
      from directory.published_officer o
      left join casework.notice_choice c on c.tenant_id = o.tenant_id and c.officer_id = o.id
      where o.tenant_id = ${ctx.tenant.id} and o.ended_on is null group by o.unit_id)
    select null::uuid as unit_id, null as name, c.chosen, c.chosen_by, c.chosen_at, -1 as ordinal,
        coalesce((select sum(people) from people), 0)::int as people,
        coalesce((select sum(choosers) from people), 0)::int as choosers
      from (select ${ofOffice}::boolean as is_shown) s
      left join casework.notice_choice c
        on c.tenant_id = ${ctx.tenant.id} and c.unit_id is null and c.officer_id is null
      where s.is_shown
    union all
    select u.id, u.name, c.chosen, c.chosen_by, c.chosen_at, u.ordinal, coalesce(p.people, 0), coalesce(p.choosers, 0)
      from directory.published_unit u
      left join casework.notice_choice c on c.tenant_id = u.tenant_id and c.unit_id = u.id
      left join people p on p.unit_id = u.id
      where u.tenant_id = ${ctx.tenant.id} and u.ended_on is null and not u.is_collective and ${visibleTo(ctx.actor)}
    order by ordinal, name, unit_id`.execute(ctx.db);
  return rows.map((row) => ({
    unitId: row.unit_id,
    unitName: row.name ?? '',
    own: row.chosen ?? {},
    chosenBy: row.chosen_by ?? '',
    chosenAt: row.chosen_at,
    people: row.people,
    choosers: row.choosers,
  }));
}
