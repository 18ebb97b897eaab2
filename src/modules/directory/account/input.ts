import { z } from 'zod';

/** A name to sign in with: lower-case letters, digits, dot, dash and underscore. */
export const signInName = z
  .string()
  .transform((name) => name.normalize('NFC').trim().toLowerCase())
  .pipe(
    z
      .string()
      .max(64)
      .regex(/^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/),
  );

/** What the form for a new password sends; whether it is good enough is a rule, not a shape. */
export const newPasswordForm = z.object({ fresh: z.string(), again: z.string() });

/** Where letters to a person go; empty for nowhere. */
export const emailForm = z.object({
  email: z.union([z.literal(''), z.email().max(254)]),
});

/** Whether keys of one letter do something; what cannot be read leaves them on. */
export const chooseKeysForm = z.object({ keys: z.enum(['on', 'off']).catch('on') });
