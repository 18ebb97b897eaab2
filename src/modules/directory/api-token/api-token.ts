import type { Id } from '#platform/db/id.ts';
import type { Actor, StoodInFor } from '#platform/session/actor.ts';

/** A key of a program, as its owner sees it: never the secret. */
export interface ApiToken {
  readonly id: Id<'api-token'>;
  readonly name: string;
  /** The first characters of the secret. */
  readonly hint: string;
  readonly scopes: readonly string[];
  /** Networks from which alone it is accepted; empty for all. */
  readonly addresses: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly isRevoked: boolean;
}

/** The scope that opens what the owner may read by a grant for reading; what an administrator sees goes by its group. */
export const readScope = 'read';

/** How many days a token may live. */
export const lifetimes = [7, 30, 90, 365] as const;

export const longestTokenName = 80;
export const mostAddresses = 20;
/** Tokens that work, of one owner. */
export const mostTokens = 20;

/** The use of a token is noted at most so often, so that reading stays reading. */
export const noteUseEveryMs = 60 * 60_000;

export type TokenState = 'works' | 'expired' | 'revoked';

/** What a token is at a moment. */
export function tokenState(token: Pick<ApiToken, 'isRevoked' | 'expiresAt'>, now: Date): TokenState {
  if (token.isRevoked) return 'revoked';
  return token.expiresAt > now ? 'works' : 'expired';
}

/** Groups of acts that only a person does, at the keyboard: no token opens them. */
const peopleOnly = new Set([
  'directory.api-token',
  'directory.machine',
  'directory.password-link',
  'directory.second-factor',
]);

/** The groups of acts that a token of this owner may be given, in order: `planning.task` and the like. */
export function scopesFor(grants: Actor['grants']): string[] {
  const groups = [...grants.keys()].filter((act) => !isReading(act)).map(groupOf);
  return [readScope, ...new Set(groups.filter((group) => !peopleOnly.has(group)).sort())];
}

/** Whether the scopes of a token open an operation of this group, which reads or does. */
export function opens(scopes: readonly string[], group: string, isReadOnly: boolean): boolean {
  return scopes.includes(group) || (isReadOnly && scopes.includes(readScope));
}

/** The person or machine with only what the scopes leave of its grants, and of those for whom it stands in. */
export function narrowed(actor: Actor, scopes: readonly string[]): Actor {
  const { standsInFor } = actor;
  return {
    ...actor,
    grants: left(actor.grants, scopes),
    ...(standsInFor && { standsInFor: standsInFor.map((one) => narrowedPart(one, scopes)) }),
  };
}

function narrowedPart(one: StoodInFor, scopes: readonly string[]): StoodInFor {
  return { ...one, grants: left(one.grants, scopes) };
}

const mostScopes = 100;
/** What scopes leave of grants that many requests share, by the scopes. */
const leftOf = new WeakMap<Actor['grants'], Map<string, Actor['grants']>>();

function left(grants: Actor['grants'], scopes: readonly string[]): Actor['grants'] {
  const byScopes = leftOf.get(grants) ?? new Map<string, Actor['grants']>();
  leftOf.set(grants, byScopes);
  const name = scopes.join(' ');
  const known = byScopes.get(name);
  if (known) return known;
  if (byScopes.size >= mostScopes) byScopes.clear();
  const remaining = new Map([...grants].filter(([act]) => opens(scopes, groupOf(act), isReading(act))));
  byScopes.set(name, remaining);
  return remaining;
}

function groupOf(act: string): string {
  return act.split('.').slice(0, 2).join('.');
}

function isReading(act: string): boolean {
  return act.endsWith('.read');
}
