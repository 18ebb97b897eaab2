import { z } from 'zod';
import { longestRoleName } from './role.ts';

/** The name of a role of the tenant's own. */
export const roleNameForm = z.object({ name: z.string().min(1).max(longestRoleName) });

export const grantScopes = ['all', 'unit', 'own'] as const;

/** A role as programs send it: its name, and the scope of each act that it grants. */
export const roleBody = z.strictObject({
  name: roleNameForm.shape.name,
  grants: z.record(z.string().max(100), z.enum(grantScopes)),
});
