import { sql } from 'kysely';
import { rowSource } from '#platform/list/row-source.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { searchedText } from '../report-period/listed.server.ts';
import { isLate } from '../report-period/queries.server.ts';
import { collectedStates, handInListShape } from './hand-in-list.ts';
import { toHandIn } from './queries.server.ts';
import { visibleTo } from './visible-to.server.ts';

const ties = [
  { kind: 'date', sql: sql`h.sorted_on` },
  { kind: 'id', sql: sql`h.id` },
] as const;

/** The reports of units as a list: searched by the unit and by what their period is called. */
export const handInRows = rowSource({
  shape: handInListShape,
  alias: 'h',
  pageSize: 50,
  rows: (ctx: Ctx) =>
    ctx.db
      .selectFrom((from) =>
        from
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
          .select([
            'h.tenant_id',
            'h.id',
            'h.unit_id',
            'u.name as unit_name',
            'h.state',
            'h.first_handed_in_on',
          ])
          .select([
            'h.handed_in_on',
            'h.handed_in_by',
            'o.full_name',
            'h.text',
            'h.reason',
            'h.sent_back_times',
          ])
          .select(['h.version', 'p.id as period_id', 'p.kind', 'p.year', 'p.number', 'p.topic', 'p.title'])
          .select(['p.data_from', 'p.data_to', 'p.due_on', 'p.addressee', 'p.state as period_state'])
          .select(isLate(ctx.clock.today()).as('is_late'))
          .select(sql<string>`coalesce(p.due_on, p.data_to, make_date(p.year, 12, 31))`.as('sorted_on'))
          .select(sql<string>`platform.fold(u.name || ' ' || ${searchedText('p')})`.as('folded'))
          .select(sql<string>`platform.spell(u.name || ' ' || ${searchedText('p')})`.as('spelled'))
          .where('h.tenant_id', '=', ctx.tenant.id)
          .where('p.state', 'in', [...collectedStates])
          .as('h'),
      )
      .selectAll('h')
      .where('h.tenant_id', '=', ctx.tenant.id)
      .where(visibleTo(ctx.actor)),
  fields: {
    'trang-thai': { kind: 'choice', column: sql`h.state` },
    ky: { kind: 'id', column: sql`h.period_id` },
    'don-vi': { kind: 'id', column: sql`h.unit_id` },
    muon: { kind: 'yes-no', column: sql`h.is_late` },
    han: { kind: 'date', column: sql`h.due_on` },
    'ngay-nop': { kind: 'date', column: sql`h.handed_in_on` },
    nam: { kind: 'number', column: sql`h.year` },
    'tinh-trang-ky': { kind: 'choice', column: sql`h.period_state` },
  },
  orders: {
    han: { ties },
    'don-vi': { by: { kind: 'text', sql: sql`left(h.unit_name, 100) collate "vi-x-icu"` }, ties },
    'ngay-nop': { by: { kind: 'date', sql: sql`h.handed_in_on`, canBeEmpty: true }, ties },
  },
  toRow: toHandIn,
});
