import { z } from 'zod';
import { longestPasskeyName } from './passkey.ts';

/** A JSON text of a browser; anything unreadable is no answer. */
const json = z
  .string()
  .max(20_000)
  .transform((text, ctx): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      ctx.addIssue({ code: 'custom', message: 'no JSON' });
      return z.NEVER;
    }
  });

const base64url = z.string().regex(/^[\w-]+$/);

const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
};

/** What a device answers when it has made a passkey. */
export const madeAnswer = json.pipe(
  z.object({
    ...credential,
    response: z.object({ clientDataJSON: base64url, attestationObject: base64url }),
  }),
);

/** What a device answers when it has signed with a passkey. */
export const signedAnswer = json.pipe(
  z.object({
    ...credential,
    response: z.object({
      clientDataJSON: base64url,
      authenticatorData: base64url,
      signature: base64url,
      userHandle: base64url,
    }),
  }),
);

export type MadeAnswer = z.infer<typeof madeAnswer>;
export type SignedAnswer = z.infer<typeof signedAnswer>;

/** The name that a person gives a passkey. */
export const passkeyName = z.string().min(1).max(longestPasskeyName);
