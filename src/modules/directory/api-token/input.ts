import { z } from 'zod';
import { lifetimes, longestTokenName, mostAddresses } from './api-token.ts';

/** What the form of a new token sends. Scopes come beside it; networks stand one on a line. */
export const tokenForm = z.object({
  name: z.string().min(1).max(longestTokenName),
  days: z.coerce.number().refine((days) => (lifetimes as readonly number[]).includes(days)),
  addresses: z.string().max(mostAddresses * 60),
});
