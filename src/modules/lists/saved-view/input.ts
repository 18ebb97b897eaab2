import { z } from 'zod';
import { longestName, longestQuery } from './saved-view.ts';

const yes = z.string().transform((text) => text === '1');

/** The path of a list of the product, without query. */
export const listPath = z
  .string()
  .regex(/^\/[a-z0-9-]+(?:\/[a-z0-9-]+)*$/)
  .max(100);

/** A view to keep: its name, whom it is for, and how the person wants it. */
export const viewForm = z.object({
  list: listPath,
  query: z.string().max(longestQuery),
  name: z.string().trim().min(1).max(longestName),
  shared: yes.default(false),
  pinned: yes.default(false),
  usual: yes.default(false),
});
/** The same as `viewForm` for programs. */
export const viewBody = z.strictObject({
  list: listPath,
  query: z.string().max(longestQuery).default(''),
  name: z.string().trim().min(1).max(longestName),
  shared: z.boolean().default(false),
  pinned: z.boolean().default(false),
  usual: z.boolean().default(false),
});

/** What of a view can be changed later, whole. */
export const viewEditBody = z.strictObject({
  name: z.string().trim().min(1).max(longestName),
  shared: z.boolean(),
  pinned: z.boolean(),
  usual: z.boolean(),
});

export type ViewForm = z.infer<typeof viewForm>;
