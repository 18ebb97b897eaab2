import { z } from 'zod';
import { pageQuery } from '#platform/api/page-query.ts';
import { readList } from '#platform/list/address.ts';
import type { ListState } from '#platform/list/filter.ts';
import { axes } from '../plan/axis.ts';
import { targetListShape } from './target-list.ts';

export const pageSize = 50;

/** The target list filtered as these parts of an address say. */
export function targetList(query: Readonly<Record<string, string>> = {}): ListState {
  return readList(targetListShape, Object.entries(query));
}

/** The filter of the target list as programs write it; what is wrong is refused. */
export const targetQuery = z.strictObject({
  ...pageQuery,
  search: z.string().max(200).optional(),
  plan: z.uuid().optional(),
  axis: z.enum(axes).optional(),
});
