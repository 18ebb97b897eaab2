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
}

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
