import { builtInRoles } from '../account/role.ts';
import type { Role } from './role.ts';

/** Every act that some role may be given: those of the built-in roles, and those that a role of the tenant has. */
export function knownActs(roles: readonly Role[]): string[] {
  const ours = Object.values(builtInRoles).flatMap((grants) => Object.keys(grants));
  return [...new Set([...ours, ...roles.flatMap((role) => [...role.grants.keys()])])].sort();
}
