import { z } from 'zod';

/** The rows of a deed as programs name them: by their ids, or all of a filter. */
export const bulkSelection = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) }),
  z.strictObject({
    query: z
      .string()
      .max(4_000)
      .describe('All rows of this filter, written as in the address of the list and in saved views.'),
  }),
]);
