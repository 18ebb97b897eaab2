import { z } from 'zod';

/** The roles that were ticked. */
export const roleCodes = z.array(z.string().max(64)).max(100);
