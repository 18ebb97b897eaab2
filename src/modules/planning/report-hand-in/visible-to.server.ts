import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Actor } from '#platform/session/actor.ts';
import { persons } from '../task/policy.ts';

/** The SQL twin of `policy.read`, over the reports of units aliased `h`. */
export function visibleTo(actor: Actor): RawBuilder<SqlBool> {
  const readers = persons(actor).flatMap((one) => {
    const scope = one.grants.get('planning.report-hand-in.read');
    return scope === undefined ? [] : [{ scope, unitIds: one.unitIds }];
  });
  if (readers.some(({ scope }) => scope === 'all')) return sql<SqlBool>`true`;
  const unitIds = [...new Set(readers.flatMap((one) => [...one.unitIds]))];
  return unitIds.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`h.unit_id = any(${unitIds}::uuid[])`;
}
