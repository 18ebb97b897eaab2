import type { Id } from '#platform/db/id.ts';

/** Over which records a grant reaches: all of the tenant, those of the person's units, or the person's own. */
export type Scope = 'all' | 'unit' | 'own';

/** Who acts: a signed-in person, or a named part of the system. */
export interface Actor {
  readonly kind: 'person' | 'system';
  readonly accountId: Id<'account'> | null;
  readonly officerId: Id<'officer'> | null;
  readonly name: string;
  readonly unitIds: readonly Id<'unit'>[];
  readonly unitName: string;
  readonly roles: readonly string[];
  readonly grants: ReadonlyMap<string, Scope>;
  /** Those for whom the person stands in today; absent for nobody. */
  readonly standsInFor?: readonly StoodInFor[];
}

/** An absent person in whose place somebody acts today: with the grants of the absent one, over that one's records. */
export type StoodInFor = Pick<Actor, 'officerId' | 'unitIds' | 'grants'>;

/** A job or the clock acting in its own name, with just the grants that it needs. */
export function systemActor(name: string, acts: readonly string[]): Actor {
  return {
    kind: 'system',
    accountId: null,
    officerId: null,
    name,
    unitIds: [],
    unitName: '',
    roles: [],
    grants: new Map(acts.map((act) => [act, 'all' as const])),
  };
}
