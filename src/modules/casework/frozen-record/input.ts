import { z } from 'zod';
import { longestQuery, longestTitle } from './frozen-record.ts';

/** Letters that hide what a text is, or turn its direction. */
const hidden = /[\p{Cc}\p{Cf}]/u;

/** What a freezing is called: it becomes the name of a file. */
const title = z
  .string()
  .trim()
  .min(1)
  .max(longestTitle)
  .refine((text) => !hidden.test(text) && !/[/\\]/.test(text));

/** The form that freezes a list for a record. */
export const freezeForm = z.object({ title });

/** The same for programs; without a title it is called as the list is. */
export const freezeBody = z.strictObject({
  list: z.string().max(200).describe('The address of the list, such as /nhiem-vu.'),
  query: z
    .string()
    .max(longestQuery)
    .default('')
    .describe('All rows of this filter, written as in the address of the list and in saved views.'),
  title: title.optional(),
});
