import { z } from 'zod';
import { longestContact, longestTenantName } from './settings.ts';

/** What the settings form sends; contacts may be empty. */
export const settingsForm = z.object({
  name: z.string().min(1).max(longestTenantName),
  address: z.string().max(longestContact),
  phone: z.union([z.literal(''), z.string().regex(/^\+?[\d .()-]{3,40}$/)]),
  email: z.union([z.literal(''), z.email().max(longestContact)]),
});
