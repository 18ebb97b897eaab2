import { z } from 'zod';

/** The filter whose evidence is asked for, as it stands in the address of the list. */
export const packageBody = z.strictObject({ query: z.string().max(2_000).default('') });
