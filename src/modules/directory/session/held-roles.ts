import type { Actor, Scope } from '#platform/session/actor.ts';

/** What the roles of a person come to. */
export interface HeldRoles extends Pick<Actor, 'roles' | 'grants'> {
  /** Whether one of them demands a second factor. */
  readonly demandsFactor: boolean;
}

/** A role as the database writes it. */
interface WrittenRole {
  readonly code: string;
  readonly requires: boolean;
  /** The scope of each act that it grants; null where it grants none. */
  readonly grants: Readonly<Record<string, Scope>> | null;
}

const width: Record<Scope, number> = { own: 0, unit: 1, all: 2 };

/** So many texts are known at once; then they are read anew. */
const mostTexts = 500;
const known = new Map<string, HeldRoles>();

/**
 * Reads the roles of a person from the text in which the database writes them. Few texts are different, and each holds
 * some hundred grants: one that was read before is not read again.
 */
export function readHeldRoles(text: string): HeldRoles {
  const before = known.get(text);
  if (before) return before;
  const written = JSON.parse(text) as readonly WrittenRole[];
  const held = {
    roles: written.map(({ code }) => code),
    demandsFactor: written.some(({ requires }) => requires),
    grants: widest(
      written.flatMap(({ grants }) => Object.entries(grants ?? {}).map(([act, scope]) => ({ act, scope }))),
    ),
  };
  if (known.size >= mostTexts) known.clear();
  known.set(text, held);
  return held;
}

/** The widest scope of each act over several grants. */
export function widest(grants: readonly { act: string; scope: Scope }[]): ReadonlyMap<string, Scope> {
  const map = new Map<string, Scope>();
  for (const { act, scope } of grants) {
    const held = map.get(act);
    if (!held || width[scope] > width[held]) map.set(act, scope);
  }
  return map;
}
