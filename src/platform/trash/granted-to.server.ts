import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Actor } from '#platform/session/actor.ts';

/** Every entry or none: for kinds that whoever holds a right for the whole office sees all of. */
export function grantedTo(actor: Actor, act: string): RawBuilder<SqlBool> {
  return actor.grants.get(act) === 'all' ? sql<SqlBool>`true` : sql<SqlBool>`false`;
}
