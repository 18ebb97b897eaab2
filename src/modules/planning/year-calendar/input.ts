import { z } from 'zod';

/** The year and the plan of the calendar as they stand in the address; a wrong value counts as none. */
export const calendarFilter = z.object({
  nam: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  'ke-hoach': z.uuid().optional().catch(undefined),
});

/** The same for programs; what is wrong is refused. */
export const yearQuery = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2100),
  plan: z.uuid().optional(),
});
