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

/** The same as `unitForm` for programs. */
export const unitBody = z.strictObject({ name: unitForm.shape.name, isCollective: z.boolean() });

export const reorderBody = z.strictObject({ direction: z.enum(['up', 'down']) });

/** The day on which something ends; not one that is to come. */
export const endingBody = z.strictObject({ on: z.iso.date() });
