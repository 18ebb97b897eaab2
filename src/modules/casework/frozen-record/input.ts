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

/** What was frozen, as programs are told; a list with its filter or a single record. */
export const frozenWhat = {
  list: z.string().nullable().describe('The address of the list; null for a single record.'),
  query: z.string().describe('The filter of the list.'),
  record: z
    .object({ kind: z.string(), id: z.uuid() })
    .nullable()
    .describe('The single record; null for a list.'),
};

/** The same for programs; without a title it is called as the list or the record is. */
const freezeFields = z.strictObject({
  list: z.string().max(200).optional().describe('The address of the list, such as /nhiem-vu.'),
  record: z
    .strictObject({ kind: z.string().max(60), id: z.uuid() })
    .optional()
    .describe(
      'In place of a list: a single record, such as an issued-paper, a conclusion, a task or a report-hand-in.',
    ),
  query: z
    .string()
    .max(longestQuery)
    .default('')
    .describe('All rows of this filter, written as in the address of the list and in saved views.'),
  title: title.optional(),
});

/** Either a list or a single record is frozen. */
export const freezeBody = freezeFields.refine(
  ({ list, record }) => (list === undefined) !== (record === undefined),
);
