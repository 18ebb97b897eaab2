import { type SqlBool, sql } from 'kysely';
import type { Actor } from '#platform/session/actor.ts';
import * as policy from './policy.ts';

/** Which letters this person may see: all of the office, or none. The SQL twin of `policy.read`. */
export function visibleTo(actor: Actor) {
  return sql<SqlBool>`${policy.read(actor).allowed}`;
}
