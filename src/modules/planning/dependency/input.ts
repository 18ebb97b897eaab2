import { z } from 'zod';

/** The task that must be finished first. */
export const dependencyForm = z.object({ predecessor: z.uuid() });

/** The same as `dependencyForm` for programs. */
export const dependencyBody = z.strictObject({ predecessorId: z.uuid() });
