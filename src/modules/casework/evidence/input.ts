import { z } from 'zod';
import { parseDayFirstDate } from '#platform/clock/plain-date.ts';
import { longestIssuer, longestNumber, longestReason, longestTitle, longestUrl } from './evidence.ts';

/** Letters that hide what a text is, or turn its direction. */
const hidden = /[\p{Cc}\p{Cf}]/u;
const line = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .refine((text) => !hidden.test(text));
const orNothing = (longest: number) => line(longest).transform((text) => text || null);

/** A page of the web; nothing that runs in the browser of whoever opens it. */
const webAddress = z
  .string()
  .trim()
  .max(longestUrl)
  .refine((text) => isWebAddress(text));

function isWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return (
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    !url.username &&
    !url.password &&
    !hidden.test(text)
  );
}

/** dd/mm/yyyy, or nothing. */
const day = z
  .string()
  .trim()
  .max(10)
  .transform((text, check) => {
    if (text === '') return null;
    const date = parseDayFirstDate(text);
    if (date !== undefined) return date;
    check.addIssue({ code: 'custom', message: 'no day' });
    return z.NEVER;
  });

/** What may be said of the document that a file is. */
export const documentFactsForm = z.object({
  number: orNothing(longestNumber),
  issuedOn: day,
  issuer: orNothing(longestIssuer),
});

export const linkForm = z.object({ url: webAddress, title: line(longestTitle) });

/** A document that is known by its number alone: all that finds it again must be there. */
export const documentForm = z.object({
  title: line(longestTitle).pipe(z.string().min(1)),
  number: line(longestNumber).pipe(z.string().min(1)),
  issuedOn: day.refine((date) => date !== null),
  issuer: line(longestIssuer).pipe(z.string().min(1)),
});

/** Why a proof is replaced, and the version that the person saw. */
export const replacingForm = z.object({
  reason: line(longestReason).pipe(z.string().min(1)),
  version: z.coerce.number().int().min(1),
});

/** The same for programs: days as YYYY-MM-DD. */
export const linkBody = z.strictObject({ url: webAddress, title: line(longestTitle).default('') });

const documentFields = {
  title: line(longestTitle).pipe(z.string().min(1)),
  number: line(longestNumber).pipe(z.string().min(1)),
  issuedOn: z.iso.date(),
  issuer: line(longestIssuer).pipe(z.string().min(1)),
};
export const documentBody = z.strictObject(documentFields);

const reason = line(longestReason).pipe(z.string().min(1));

/** What stands in place of an address or a document from now on; the version comes in If-Match. */
export const replacingBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('link'),
    url: webAddress,
    title: line(longestTitle).default(''),
    reason,
  }),
  z.strictObject({ kind: z.literal('document'), ...documentFields, reason }),
]);

/** What stands in the address of a file that a program sends; its bytes are the body. */
const fileFields = {
  fileName: z.string().min(1).max(500).describe('The name of the file with its ending, without a folder.'),
  number: line(longestNumber).optional(),
  issuedOn: z.iso.date().optional(),
  issuer: line(longestIssuer).optional(),
};
export const fileQuery = z.strictObject(fileFields);
export const replacingFileQuery = z.strictObject({ ...fileFields, reason });

/** A proof that stands somewhere already. */
export const existingBody = z.strictObject({ evidenceId: z.uuid() });
