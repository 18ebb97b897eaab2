import { z } from 'zod';
import { fileFormats } from '#platform/list/row-file.ts';

/** Which columns, in which kind of file. */
export const exportForm = z.object({
  columns: z.array(z.string().max(60)).min(1).max(60),
  format: z.enum(fileFormats),
});

/** The same for programs, with the filter; no column named means all of them. */
export const exportBody = z.strictObject({
  query: z
    .string()
    .max(4_000)
    .default('')
    .describe('All rows of this filter, written as in the address of the list and in saved views.'),
  columns: z.array(z.string().max(60)).max(60).default([]),
  format: z.enum(fileFormats),
});
