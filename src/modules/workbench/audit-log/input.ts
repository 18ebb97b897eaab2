import { z } from 'zod';

/** After which place of the chain a file begins; anything else is the beginning. */
export const chainPart = z.object({ sau: z.coerce.number().int().min(0).max(1e12).catch(0) });
