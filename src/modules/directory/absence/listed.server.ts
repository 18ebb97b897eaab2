import { sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { FieldMap } from '#platform/list/compile-filter.server.ts';
import { rowSource } from '#platform/list/row-source.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { AbsenceState } from './absence.ts';
import { absenceListShape } from './absence-list.ts';
import { absences, toAbsence } from './queries.server.ts';

const ties = [
  { kind: 'date', sql: sql`x.to_on` },
  { kind: 'id', sql: sql`x.id` },
] as const;

/** The absences that a person may see as a list; names of the absent and of those who stand in are searched. */
export const absenceRows = rowSource({
  shape: absenceListShape,
  alias: 'x',
  searched: ['o', 's'],
  pageSize: 50,
  rows: absences,
  fields: (ctx: Ctx): FieldMap => {
    const today = ctx.clock.today();
    return {
      'trang-thai': { matches: (state) => inState(state as AbsenceState, today) },
      'don-vi': { kind: 'id', column: sql`p.unit_id` },
      vang: { kind: 'text', column: sql`o.full_name` },
      'lam-thay': { kind: 'text', column: sql`s.full_name` },
      'tu-ngay': { kind: 'date', column: sql`x.from_on` },
      'den-ngay': { kind: 'date', column: sql`x.to_on` },
      'ly-do': { kind: 'text', column: sql`x.reason` },
    };
  },
  orders: {
    'den-ngay': { ties },
    'tu-ngay': { by: { kind: 'date', sql: sql`x.from_on` }, ties },
    vang: { by: { kind: 'text', sql: sql`left(o.full_name, 100) collate "vi-x-icu"` }, ties },
  },
  toRow: toAbsence,
});

/** The SQL twin of `absenceState`. */
function inState(state: AbsenceState, today: PlainDate) {
  switch (state) {
    case 'cancelled':
      return sql<boolean>`x.cancelled_at is not null`;
    case 'over':
      return sql<boolean>`(x.cancelled_at is null and x.to_on < ${today})`;
    case 'now':
      return sql<boolean>`(x.cancelled_at is null and ${today} between x.from_on and x.to_on)`;
    case 'to-come':
      return sql<boolean>`(x.cancelled_at is null and x.from_on > ${today})`;
  }
}
