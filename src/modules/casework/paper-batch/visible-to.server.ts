import { type SqlBool, sql } from 'kysely';
import type { Actor } from '#platform/session/actor.ts';
import * as policy from './policy.ts';

/** The SQL twin of `policy.read`: the batches of this person. */
export function visibleTo(actor: Actor) {
  if (!policy.make(actor).allowed || actor.accountId === null) return sql<SqlBool>`false`;
  return sql<SqlBool>`account_id = ${actor.accountId}`;
}
