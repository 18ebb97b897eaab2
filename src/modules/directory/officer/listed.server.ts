import { sql } from 'kysely';
import type { FieldMap } from '#platform/list/compile-filter.server.ts';
import { rowSource } from '#platform/list/row-source.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { accountHasFactor } from '../second-factor/has-factor.server.ts';
import { byGivenName, kept, toKept } from './kept.server.ts';
import { type AccountState, officerListShape } from './officer-list.ts';
import * as policy from './policy.ts';

/** By given name as Vietnamese lists are; those who have left come last. */
const ties = [
  { kind: 'whole', sql: sql`(o.ended_on is not null)::integer` },
  ...byGivenName,
  { kind: 'id', sql: sql`o.id` },
] as const;

/** The officers of the tenant with their accounts as a list, for those who look after them. */
export const officerRows = rowSource({
  shape: officerListShape,
  alias: 'o',
  searched: ['o', 'a'],
  pageSize: 50,
  rows: (ctx) => {
    must(policy.readKept(ctx.actor));
    return kept(ctx);
  },
  fields: fieldsOf,
  orders: {
    ten: { ties },
    'don-vi': { by: { kind: 'text', sql: sql`left(u.name, 100) collate "vi-x-icu"` }, ties },
    'ten-dang-nhap': {
      by: { kind: 'text', sql: sql`left(a.sign_in_name, 100) collate "vi-x-icu"`, canBeEmpty: true },
      ties,
    },
    'ngay-nghi': { by: { kind: 'date', sql: sql`o.ended_on`, canBeEmpty: true }, ties },
  },
  toRow: toKept,
});

const states: Readonly<Record<AccountState, ReturnType<typeof sql<boolean>>>> = {
  'chua-co': sql`a.id is null`,
  khoa: sql`a.locked_at is not null`,
  'mat-khau-dau': sql`(a.locked_at is null and a.start_password_at is not null)`,
  'dang-dung': sql`(a.id is not null and a.locked_at is null and a.start_password_at is null)`,
};

function fieldsOf(ctx: Ctx): FieldMap {
  // The planner may turn a subquery into a hash of its own, so each names the tenant itself.
  const roles = sql`select 1 from directory.account_role ar
    where ar.tenant_id = ${ctx.tenant.id} and ar.account_id = a.id`;
  return {
    'don-vi': { kind: 'id', column: sql`u.id` },
    'trang-thai': {
      matches: (state) => (state === 'nghi' ? sql`o.ended_on is not null` : sql`o.ended_on is null`),
    },
    'tai-khoan': { matches: (state) => states[state as AccountState] },
    'vai-tro': {
      matches: (role) => sql`exists (${roles} and ar.role_id = ${role}::uuid)`,
      isEmpty: sql`not exists (${roles})`,
    },
    ten: { kind: 'text', column: sql`o.full_name` },
    'chuc-vu': { kind: 'text', column: sql`p.title` },
    'dung-dau': { kind: 'yes-no', column: sql`p.is_head` },
    'ten-dang-nhap': { kind: 'text', column: sql`a.sign_in_name` },
    'hai-buoc': { kind: 'yes-no', column: accountHasFactor(ctx.tenant.id) },
    'ngay-nghi': { kind: 'date', column: sql`o.ended_on` },
  };
}
