import { sql } from 'kysely';
import { rowSource } from '#platform/list/row-source.server.ts';
import { must } from '#platform/session/decision.ts';
import * as policy from './policy.ts';
import { kept, toKept } from './queries.server.ts';
import { unitListShape, type UnitState } from './unit-list.ts';

/** Real units in their order, then names that stand for many, then those that have ended. */
const ties = [
  { kind: 'whole', sql: sql`(u.ended_on is not null)::integer` },
  { kind: 'whole', sql: sql`u.is_collective::integer` },
  { kind: 'whole', sql: sql`u.ordinal` },
  { kind: 'text', sql: sql`left(u.name, 100) collate "vi-x-icu"` },
  { kind: 'id', sql: sql`u.id` },
] as const;

const officers = sql`(select count(*)::integer from directory.published_officer n
  where n.tenant_id = u.tenant_id and n.unit_id = u.id and n.ended_on is null)`;

const states: Readonly<Record<UnitState, ReturnType<typeof sql<boolean>>>> = {
  'dang-dung': sql`(u.ended_on is null and not u.is_collective)`,
  'ten-chung': sql`(u.ended_on is null and u.is_collective)`,
  'da-ket-thuc': sql`u.ended_on is not null`,
};

/** The units of the tenant as a list, for those who keep them. */
export const unitRows = rowSource({
  shape: unitListShape,
  alias: 'u',
  pageSize: 100,
  rows: (ctx) => {
    must(policy.edit(ctx.actor));
    return kept(ctx);
  },
  fields: {
    'trang-thai': { matches: (state) => states[state as UnitState] },
    ten: { kind: 'text', column: sql`u.name` },
    'so-can-bo': { kind: 'number', column: officers },
    'ngay-ket-thuc': { kind: 'date', column: sql`u.ended_on` },
  },
  orders: {
    'thu-tu': { ties },
    ten: { by: { kind: 'text', sql: sql`left(u.name, 100) collate "vi-x-icu"` }, ties },
    'so-can-bo': { by: { kind: 'whole', sql: officers }, ties },
    'ngay-ket-thuc': { by: { kind: 'date', sql: sql`u.ended_on`, canBeEmpty: true }, ties },
  },
  toRow: toKept,
});
