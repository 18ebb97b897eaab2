import { type SqlBool, sql } from 'kysely';
import type { Actor } from '#platform/session/actor.ts';

/** Which lines of the ledger (aliased `n`) concern this person, their unit or, for some, everybody; their records aside. */
export function reminderReach(actor: Actor) {
  const scope = actor.grants.get('casework.reminder.read');
  if (scope === undefined) return sql<SqlBool>`false`;
  if (scope === 'all') return sql<SqlBool>`true`;
  const own = sql`${actor.officerId}::uuid in (n.officer_id, n.substitute_id)`;
  const reach = scope === 'unit' ? sql`(${own} or n.unit_id = any(${[...actor.unitIds]}::uuid[]))` : own;
  return sql<SqlBool>`(${reach}) is true`;
}
