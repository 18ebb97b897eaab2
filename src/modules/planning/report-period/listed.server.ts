import { type RawBuilder, sql } from 'kysely';
import { rowSource } from '#platform/list/row-source.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { listedStates, periodListShape } from './period-list.ts';
import { toPeriod } from './queries.server.ts';
import { anyYear, searchedNames } from './searched-names.ts';
import { visibleTo } from './visible-to.server.ts';

/** The text in which a period is searched: its name in both languages, and what it says. Over its table aliased so. */
export function searchedText(alias: 'x' | 'p'): RawBuilder<string> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql<string>`concat_ws(' ', ${column('title')}, replace(${JSON.stringify(searchedNames)}::jsonb
      ->> (${column('kind')} || '-' || coalesce(${column('number')}::text, '')), ${String(anyYear)}, ${column('year')}::text),
    ${column('topic')}, ${column('addressee')}, ${column('document_number')}, ${column('document_issuer')})`;
}

const ties = [
  { kind: 'date', sql: sql`p.sorted_on` },
  { kind: 'id', sql: sql`p.id` },
] as const;

/** The periods of the office as a list. */
export const periodRows = rowSource({
  shape: periodListShape,
  alias: 'p',
  pageSize: 50,
  rows: (ctx: Ctx) =>
    ctx.db
      .selectFrom((from) =>
        from
          .selectFrom('planning.report_period as x')
          .leftJoin('planning.plan as l', (join) =>
            join.onRef('l.tenant_id', '=', 'x.tenant_id').onRef('l.id', '=', 'x.plan_id'),
          )
          .selectAll('x')
          .select('l.title as plan_title')
          .select(sql<string>`coalesce(x.due_on, x.data_to, make_date(x.year, 12, 31))`.as('sorted_on'))
          .select(sql<string>`platform.fold(${searchedText('x')})`.as('folded'))
          .select(sql<string>`platform.spell(${searchedText('x')})`.as('spelled'))
          .where('x.tenant_id', '=', ctx.tenant.id)
          .where('x.state', 'in', [...listedStates])
          .as('p'),
      )
      .selectAll('p')
      .where('p.tenant_id', '=', ctx.tenant.id)
      .where(visibleTo(ctx.actor)),
  fields: {
    'trang-thai': { kind: 'choice', column: sql`p.state` },
    loai: { kind: 'choice', column: sql`p.kind` },
    nam: { kind: 'number', column: sql`p.year` },
    han: { kind: 'date', column: sql`p.due_on` },
    'ke-hoach': { kind: 'id', column: sql`p.plan_id` },
    'noi-nhan': { kind: 'text', column: sql`p.addressee` },
    'noi-dung': { kind: 'text', column: sql`p.topic` },
    'so-van-ban': { kind: 'text', column: sql`p.document_number` },
  },
  orders: {
    han: { ties },
    nam: { by: { kind: 'whole', sql: sql`p.year` }, ties },
  },
  toRow: toPeriod,
});
