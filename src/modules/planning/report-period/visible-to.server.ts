import { type SqlBool, sql } from 'kysely';
import type { Actor } from '#platform/session/actor.ts';
import * as policy from './policy.ts';

/** The SQL twin of `policy.read`: the whole report calendar of the tenant, or none of it. */
export function visibleTo(actor: Actor) {
  return policy.read(actor).allowed ? sql<SqlBool>`true` : sql<SqlBool>`false`;
}
