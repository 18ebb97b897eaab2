import { z } from 'zod';

/** The filter of the trash, as it stands in the address. */
export const trashQuery = z.object({
  loai: z.string().max(40).optional().catch(undefined),
  truoc: z.uuid().optional().catch(undefined),
});

/** The filter of the trash as programs write it; what is wrong is refused. */
export const trashApiQuery = z.strictObject({
  kind: z.string().max(60).optional(),
  before: z.uuid().optional(),
});
