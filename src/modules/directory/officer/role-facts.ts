import type { Facts } from '#platform/conflict/seen.ts';

/** Which roles an account holds, as its form shows them. */
export function roleFacts(roleIds: readonly string[]): Facts {
  return { roles: roleIds.toSorted().join('\n') };
}
