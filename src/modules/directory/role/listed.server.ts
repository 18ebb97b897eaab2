import { sql } from 'kysely';
import { rowSource } from '#platform/list/row-source.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import * as policy from './policy.ts';
import { roles, toRole } from './queries.server.ts';
import { roleListShape } from './role-list.ts';
import { texts } from './texts.ts';

/** Built-in roles first, then those of the tenant, those put aside last. */
const ties = [
  { kind: 'whole', sql: sql`(r.ended_at is not null)::integer` },
  { kind: 'whole', sql: sql`(r.name is not null)::integer` },
  { kind: 'text', sql: sql`left(r.code, 100) collate "vi-x-icu"` },
  { kind: 'id', sql: sql`r.id` },
] as const;

const holders = sql`(select count(*) from directory.account_role ar
  where ar.tenant_id = r.tenant_id and ar.role_id = r.id)`;

/** The roles of the tenant as a list, for those who give rights. */
export const roleRows = rowSource({
  shape: roleListShape,
  alias: 'r',
  searched: ['called'],
  pageSize: 100,
  rows: named,
  fields: (ctx: Ctx) => ({
    'trang-thai': {
      matches: (state) => (state === 'da-ngung' ? sql`r.ended_at is not null` : sql`r.ended_at is null`),
    },
    loai: { matches: (origin) => (origin === 'rieng' ? sql`r.name is not null` : sql`r.name is null`) },
    quyen: {
      matches: (act) => sql`exists (select 1 from directory.role_grant g
        where g.tenant_id = ${ctx.tenant.id} and g.role_id = r.id and g.act = ${act})`,
    },
    ten: { kind: 'text', column: sql`called.name` },
    'so-nguoi': { kind: 'number', column: holders },
  }),
  orders: {
    'thu-tu': { ties },
    ten: { by: { kind: 'text', sql: sql`left(called.name, 100) collate "vi-x-icu"` }, ties },
    'so-nguoi': { by: { kind: 'whole', sql: sql`(${holders})::integer` }, ties },
  },
  toRow: toRole,
});

/** Built-in roles are called by the words of the reader, so the words go into the query. */
function named(ctx: Ctx) {
  must(policy.edit(ctx.actor));
  const words = JSON.stringify(texts(ctx.lang).roles);
  return roles(ctx).innerJoinLateral(
    sql<{ name: string; folded: string; spelled: string }>`(
      select n.name, platform.fold(n.name) as folded, platform.spell(n.name) as spelled
      from (select coalesce(r.name, ${words}::jsonb ->> r.code, r.code) as name) as n)`.as('called'),
    (join) => join.onTrue(),
  );
}
