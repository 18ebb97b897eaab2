import { z } from 'zod';
import { longestSearch } from '#platform/search/search-words.ts';

/** What is searched for, as it stands in the address; more than fits is cut off. */
export const searchQuery = z.object({
  q: z
    .string()
    .catch('')
    .transform((typed) => typed.slice(0, longestSearch)),
});
