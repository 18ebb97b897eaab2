import { z } from 'zod';
import { highestReuseLimit } from './reuse-limit.ts';

/** The limit as it was typed. */
export const reuseLimitForm = z.object({
  mostRecords: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(highestReuseLimit)),
});

/** The same for programs. */
export const reuseLimitBody = z.strictObject({ mostRecords: z.int().min(1).max(highestReuseLimit) });
