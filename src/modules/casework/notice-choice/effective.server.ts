import { sql } from 'kysely';
import type { ReadDb } from '#platform/db/db.ts';
import type { Id } from '#platform/db/id.ts';
import { type NoticeChoice, type OwnChoice, resolveChoice } from './notice-choice.ts';

/**
 * How each of these officers wants to be told, by what they, their unit and the office say: one statement for all of
 * them. Officers of another tenant, and those that do not exist, are left out.
 */
export async function effectiveChoices(
  db: ReadDb,
  tenantId: string,
  officerIds: readonly Id<'officer'>[],
): Promise<ReadonlyMap<Id<'officer'>, NoticeChoice>> {
  if (officerIds.length === 0) return new Map();
  const { rows } = await sql<{
    id: Id<'officer'>;
    office: OwnChoice | null;
    unit: OwnChoice | null;
    person: OwnChoice | null;
  }>`select o.id, c.chosen as office, u.chosen as unit, p.chosen as person
    from directory.published_officer o
    left join casework.notice_choice c
      on c.tenant_id = o.tenant_id and c.unit_id is null and c.officer_id is null
    left join casework.notice_choice u on u.tenant_id = o.tenant_id and u.unit_id = o.unit_id
    left join casework.notice_choice p on p.tenant_id = o.tenant_id and p.officer_id = o.id
    where o.tenant_id = ${tenantId} and o.id = any(${[...new Set(officerIds)]}::uuid[])`.execute(db);
  return new Map(
    rows.map(({ id, office, unit, person }) => [id, resolveChoice([office ?? {}, unit ?? {}, person ?? {}])]),
  );
}
