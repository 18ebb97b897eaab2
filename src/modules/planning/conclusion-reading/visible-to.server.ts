import { type SqlBool, sql } from 'kysely';
import type { Actor } from '#platform/session/actor.ts';
import { read as readsConclusions } from '../conclusion/policy.ts';

/** The SQL twin of `policy.read`: true for the readings (aliased `r`) that this person may see. */
export function visibleTo(actor: Actor) {
  if (actor.accountId === null || !readsConclusions(actor).allowed) return sql<SqlBool>`false`;
  return sql<SqlBool>`r.account_id = ${actor.accountId}::uuid`;
}
