import type { Pool } from '#platform/db/db.ts';
import { type Id, newId } from '#platform/db/id.ts';

/** So many officers of the same post and rights as this one, each with an account. */
export async function plantOfficers(
  migrator: Pool,
  tenantId: string,
  like: string,
  officerCount: number,
): Promise<Id<'officer'>[]> {
  const ids = Array.from({ length: officerCount }, () => newId<'officer'>());
  const accounts = ids.map(() => newId<'account'>());
  await migrator.query(
    `insert into directory.officer (tenant_id, id, full_name, position_id, created_at)
     select o.tenant_id, g.id, 'Người thử ' || g.at, o.position_id, now()
     from directory.officer o
     join directory.account a on a.tenant_id = o.tenant_id and a.officer_id = o.id
     cross join unnest($2::uuid[]) with ordinality as g(id, at)
     where a.tenant_id = $1 and a.sign_in_name = $3`,
    [tenantId, ids, like],
  );
  await migrator.query(
    `insert into directory.account (tenant_id, id, officer_id, sign_in_name, password_hash, created_at)
     select a.tenant_id, g.id, g.officer_id, a.sign_in_name || g.at, a.password_hash, now()
     from directory.account a
     cross join unnest($2::uuid[], $3::uuid[]) with ordinality as g(id, officer_id, at)
     where a.tenant_id = $1 and a.sign_in_name = $4`,
    [tenantId, accounts, ids, like],
  );
  await migrator.query(
    `insert into directory.account_role (tenant_id, account_id, role_id)
     select r.tenant_id, g.id, r.role_id
     from directory.account_role r
     join directory.account a on a.tenant_id = r.tenant_id and a.id = r.account_id
     cross join unnest($2::uuid[]) as g(id)
     where a.tenant_id = $1 and a.sign_in_name = $3`,
    [tenantId, accounts, like],
  );
  return ids;
}
