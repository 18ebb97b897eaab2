import { type SqlBool, sql } from 'kysely';
import type { Actor } from '#platform/session/actor.ts';

/** The SQL twin of `policy.set` for units (aliased `u`): those for which this person may say something. */
export function visibleTo(actor: Actor) {
  const scope = actor.grants.get('casework.notice-choice.set');
  if (scope === 'all') return sql<SqlBool>`true`;
  if (scope === 'unit') return sql<SqlBool>`u.id = any(${[...actor.unitIds]}::uuid[])`;
  return sql<SqlBool>`false`;
}
