import { sql } from 'kysely';
import type { FieldMap } from '#platform/list/compile-filter.server.ts';
import { rowSource } from '#platform/list/row-source.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { byGivenName, kept } from '../officer/kept.server.ts';
import { accountListShape } from './account-list.ts';
import { accountHasFactor } from './has-factor.server.ts';
import * as policy from './policy.ts';

/** An account as whoever helps its owner sees it. */
export interface AccountInCare {
  readonly id: string;
  readonly fullName: string;
  readonly unitName: string;
  readonly signInName: string;
  readonly hasFactor: boolean;
  /** A role of the account demands a second factor. */
  readonly owesFactor: boolean;
  /** The password is the one that an administrator gave. */
  readonly hasStartPassword: boolean;
}

const ties = [...byGivenName, { kind: 'id', sql: sql`a.id` }] as const;

/** The accounts of the tenant that may sign in as a list, for whoever helps their owners. */
export const accountRows = rowSource({
  shape: accountListShape,
  alias: 'a',
  searched: ['o', 'a'],
  pageSize: 50,
  rows: accounts,
  fields: fieldsOf,
  orders: {
    ten: { ties },
    'don-vi': { by: { kind: 'text', sql: sql`left(u.name, 100) collate "vi-x-icu"` }, ties },
    'ten-dang-nhap': { by: { kind: 'text', sql: sql`left(a.sign_in_name, 100) collate "vi-x-icu"` }, ties },
  },
  toRow: (row): AccountInCare => ({
    id: row.account_id ?? '',
    fullName: row.full_name,
    unitName: row.unit_name,
    signInName: row.sign_in_name ?? '',
    hasFactor: row.has_factor,
    owesFactor: row.owes_factor,
    hasStartPassword: row.start_password_at !== null,
  }),
});

function accounts(ctx: Ctx) {
  must(policy.requireOfRoles(ctx.actor));
  return kept(ctx)
    .select([accountHasFactor(ctx.tenant.id).as('has_factor'), owesFactor(ctx).as('owes_factor')])
    .where('a.id', 'is not', null)
    .where('a.locked_at', 'is', null)
    .where('o.ended_on', 'is', null);
}

function owesFactor(ctx: Ctx) {
  return sql<boolean>`exists (select 1 from directory.account_role ar
    join directory.role r on r.tenant_id = ar.tenant_id and r.id = ar.role_id
    where ar.tenant_id = ${ctx.tenant.id} and ar.account_id = a.id and r.requires_factor)`;
}

function fieldsOf(ctx: Ctx): FieldMap {
  const roles = sql`select 1 from directory.account_role ar
    where ar.tenant_id = ${ctx.tenant.id} and ar.account_id = a.id`;
  return {
    'don-vi': { kind: 'id', column: sql`u.id` },
    'vai-tro': {
      matches: (role) => sql`exists (${roles} and ar.role_id = ${role}::uuid)`,
      isEmpty: sql`not exists (${roles})`,
    },
    'hai-buoc': { kind: 'yes-no', column: accountHasFactor(ctx.tenant.id) },
    'phai-hai-buoc': { kind: 'yes-no', column: owesFactor(ctx) },
    'mat-khau-dau': { kind: 'yes-no', column: sql`(a.start_password_at is not null)` },
    ten: { kind: 'text', column: sql`o.full_name` },
    'ten-dang-nhap': { kind: 'text', column: sql`a.sign_in_name` },
  };
}
