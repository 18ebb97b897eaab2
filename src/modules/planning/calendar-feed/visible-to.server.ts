import { type SqlBool, sql } from 'kysely';
import type { Actor } from '#platform/session/actor.ts';
import * as policy from './policy.ts';

/** The SQL twin of `policy.read`, for feeds aliased `f`: one's own. */
export function visibleTo(actor: Actor) {
  return policy.may(actor, 'create').allowed
    ? sql<SqlBool>`f.account_id = ${actor.accountId}::uuid`
    : sql<SqlBool>`false`;
}
