import { z } from 'zod';
import { longestUnitName } from './unit.ts';

/** What the form of a unit sends. */
export const unitForm = z.object({
  name: z.string().min(1).max(longestUnitName),
  collective: z
    .string()
    .optional()
    .transform((value) => value === '1'),
});

/** Which way a unit goes in its list; up unless it says down. */
export const reorderForm = z.object({ direction: z.enum(['up', 'down']).catch('up') });
