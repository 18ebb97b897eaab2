import { z } from 'zod';
import { fileFormats } from '#platform/list/row-file.ts';

/** Which columns, in which kind of file. */
export const exportForm = z.object({
  columns: z.array(z.string().max(60)).min(1).max(60),
  format: z.enum(fileFormats),
});
