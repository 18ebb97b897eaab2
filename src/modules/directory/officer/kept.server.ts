import { sql } from 'kysely';
import { plainDate } from '#platform/clock/plain-date.ts';
import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { matchesWords } from '#platform/search/matching.server.ts';
import { readSearch } from '#platform/search/search-words.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { OfficerFilter } from './input.ts';
import { must } from '#platform/session/decision.ts';
import type { KeptOfficer } from './officer.ts';
import { people } from './people.server.ts';
import * as policy from './policy.ts';

/** The order of Vietnamese lists of people, by given name, for lists that go on from a row; long names count by their beginning. */
export const byGivenName = [
  { kind: 'text', sql: sql`left(o.given_name, 100) collate "vi-x-icu"` },
  { kind: 'text', sql: sql`left(o.full_name, 100) collate "vi-x-icu"` },
] as const;

/** No office of a commune or a department has more. */
const mostListed = 2_000;

/** The officers of the filter for the administrator, by given name; at most 2,000. */
export async function listKeptOfficers(ctx: Ctx, filter: OfficerFilter): Promise<KeptOfficer[]> {
  must(policy.readKept(ctx.actor));
  const state = filter['trang-thai'];
  let query = kept(ctx)
    .where('o.ended_on', state === 'nghi' ? 'is not' : 'is', null)
    .orderBy(sql`o.given_name collate "vi-x-icu"`)
    .orderBy(sql`o.full_name collate "vi-x-icu"`)
    .limit(mostListed);
  const words = readSearch(filter.tim);
  if (words) query = query.where((where) => where.or([matchesWords('o', words), matchesWords('a', words)]));
  if (filter['don-vi']) query = query.where('u.id', '=', filter['don-vi']);
  if (state === 'chua-co-tai-khoan') query = query.where('a.id', 'is', null);
  if (state === 'khoa') query = query.where('a.locked_at', 'is not', null);
  return (await query.execute()).map(toKept);
}

/** One officer of the tenant, in office or not, for a deed or page that asks for its own right. */
export async function getKeptOfficer(ctx: Ctx, officerId: string): Promise<KeptOfficer> {
  const id = parseId<'officer'>(officerId);
  const row = id && (await kept(ctx).where('o.id', '=', id).executeTakeFirst());
  if (!row) throw new NotFound();
  return toKept(row);
}

/** The officers of the tenant, aliased `o`, with post `p`, unit `u` and account `a`: the beginning of lists of them. */
export function kept(ctx: Ctx) {
  return people(ctx).select([
    'o.id',
    'o.full_name',
    'o.ended_on',
    'p.title',
    'p.is_head',
    'u.id as unit_id',
    'u.name as unit_name',
    'a.id as account_id',
    'a.sign_in_name',
    'a.locked_at',
    'a.start_password_at',
    sql<string[]>`array(
        select ar.role_id::text from directory.account_role ar
        where ar.tenant_id = o.tenant_id and ar.account_id = a.id)`.as('role_ids'),
  ]);
}

type KeptRow = Awaited<ReturnType<ReturnType<typeof kept>['execute']>>[number];

/** A row of the database as an officer. */
export function toKept(row: KeptRow): KeptOfficer {
  return {
    id: row.id as Id<'officer'>,
    fullName: row.full_name,
    positionTitle: row.title,
    isHead: row.is_head,
    unitId: row.unit_id as Id<'unit'>,
    unitName: row.unit_name,
    endedOn: row.ended_on === null ? null : plainDate(row.ended_on),
    account:
      row.account_id === null
        ? undefined
        : {
            id: row.account_id as Id<'account'>,
            signInName: row.sign_in_name ?? '',
            isLocked: row.locked_at !== null,
            roleIds: row.role_ids,
            hasStartPassword: row.start_password_at !== null,
          },
  };
}
