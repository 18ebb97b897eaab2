import { z } from 'zod';
import { longestNote, mostMentions } from './note.ts';

/** Letters that cannot be seen or turn the direction of the writing; ends of lines are meant. */
const hidden = /(?!\n)[\p{Cc}\p{Cf}]/u;

const text = z
  .string()
  .transform((typed) => typed.replaceAll('\r\n', '\n').normalize('NFC').trim())
  .pipe(
    z
      .string()
      .min(1)
      .max(longestNote)
      .refine((said) => !hidden.test(said)),
  );

/** A note, and those who are chosen from the list besides those whom the text names. */
export const noteForm = z.object({ text, mentions: z.array(z.uuid()).max(mostMentions) });

/** A note that is edited, in the version that the person saw. */
export const editForm = noteForm.extend({ version: z.coerce.number().int().min(1) });

/** The same for programs; the version of an edit comes in If-Match. */
export const noteBody = z.strictObject({
  text: text.describe('What it says; `@` and a name mentions an officer.'),
  mentions: z
    .array(z.uuid())
    .max(mostMentions)
    .default([])
    .describe('Officers who are mentioned besides those whom the text names.'),
});
