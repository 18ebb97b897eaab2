import { sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import { rowSource } from '#platform/list/row-source.server.ts';
import type { Plan } from './plan.ts';
import { planListShape } from './plan-list.ts';
import { visibleTo } from './visible-to.server.ts';

/** A plan as one line of the list. */
export type PlanRow = Pick<
  Plan,
  'id' | 'title' | 'number' | 'issuedOn' | 'yearFrom' | 'yearTo' | 'issuer' | 'signerName' | 'state'
>;

const ties = [
  { kind: 'whole', sql: sql`p.year_from` },
  { kind: 'instant', sql: sql`p.created_at` },
  { kind: 'id', sql: sql`p.id` },
] as const;

/** The plans of the tenant as a list. */
export const planRows = rowSource({
  shape: planListShape,
  alias: 'p',
  pageSize: 50,
  rows: (ctx) =>
    ctx.db
      .selectFrom('planning.plan as p')
      .select(['p.id', 'p.title', 'p.number', 'p.issued_on', 'p.year_from', 'p.year_to'])
      .select(['p.issuer', 'p.signer_name', 'p.state'])
      .where('p.tenant_id', '=', ctx.tenant.id)
      .where(visibleTo(ctx.actor)),
  fields: {
    'tinh-trang': { kind: 'choice', column: sql`p.state` },
    'tu-nam': { kind: 'number', column: sql`p.year_from` },
    'den-nam': { kind: 'number', column: sql`p.year_to` },
    'ngay-ban-hanh': { kind: 'date', column: sql`p.issued_on` },
    'so-ky-hieu': { kind: 'text', column: sql`p.number` },
    ten: { kind: 'text', column: sql`p.title` },
    'co-quan': { kind: 'text', column: sql`p.issuer` },
    'nguoi-ky': { kind: 'text', column: sql`p.signer_name` },
  },
  orders: {
    nam: { ties },
    ten: { by: { kind: 'text', sql: sql`left(p.title, 100) collate "vi-x-icu"` }, ties },
    'ngay-ban-hanh': { by: { kind: 'date', sql: sql`p.issued_on`, canBeEmpty: true }, ties },
  },
  toRow: (row): PlanRow => ({
    id: row.id as Id<'plan'>,
    title: row.title,
    number: row.number,
    issuedOn: row.issued_on as PlainDate | null,
    yearFrom: row.year_from,
    yearTo: row.year_to,
    issuer: row.issuer,
    signerName: row.signer_name,
    state: row.state as Plan['state'],
  }),
});
