import { z } from 'zod';
import { longestMachineName } from './machine.ts';

/** What a program is called, and whose rights it has. */
export const machineForm = z.object({
  name: z.string().min(1).max(longestMachineName),
  roleId: z.uuid(),
});
