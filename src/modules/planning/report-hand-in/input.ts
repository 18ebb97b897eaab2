/** What may come from outside: forms and letters of programs. */
import { z } from 'zod';
import { longestText } from './report-hand-in.ts';

const text = z.string().trim().max(longestText);

/** A number of a paper or a note; with a file it may be empty. */
export const handInForm = z.object({ text });
export const reasonForm = z.object({ reason: text.min(1) });

/** The same for programs; the version comes in If-Match. */
export const handInBody = z.strictObject({
  text: text
    .default('')
    .describe('The number of the paper, or a note; may be left out where evidence is attached.'),
});
export const reasonBody = z.strictObject({ reason: text.min(1) });
