import { z } from 'zod';

export const pageSize = 50;

/** The filter of a commune's public task list; a wrong value counts as none. */
export const publicFilter = z.object({
  'trang-thai': z.enum(['hoan-thanh', 'con-han', 'qua-han', 'da-huy']).optional().catch(undefined),
  muc: z.uuid().optional().catch(undefined),
  trang: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type PublicFilter = z.infer<typeof publicFilter>;
export type PublicState = NonNullable<PublicFilter['trang-thai']>;
