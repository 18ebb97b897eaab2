import { z } from 'zod';
import { longestRoleName } from './role.ts';

/** The name of a role of the tenant's own. */
export const roleNameForm = z.object({ name: z.string().min(1).max(longestRoleName) });
