import { z } from 'zod';
import { pageQuery } from '#platform/api/page-query.ts';
import { axes } from '../plan/axis.ts';

export const pageSize = 50;

/** The filter of the target list as it stands in the address; a wrong value counts as none. */
export const targetFilter = z.object({
  tim: z.string().max(200).optional().catch(undefined),
  'ke-hoach': z.uuid().optional().catch(undefined),
  truc: z.enum(axes).optional().catch(undefined),
  xep: z.enum(['ke-hoach', 'chi-tieu', '-chi-tieu', 'nam', '-nam']).catch('ke-hoach'),
  trang: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type TargetFilter = z.infer<typeof targetFilter>;

/** The filter of the target list as programs write it; what is wrong is refused. */
export const targetQuery = z.strictObject({
  ...pageQuery,
  search: z.string().max(200).optional(),
  plan: z.uuid().optional(),
  axis: z.enum(axes).optional(),
});
