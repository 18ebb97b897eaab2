import { z } from 'zod';
import { phoneNumber } from './contact.ts';

/** An e-mail address as it was typed. */
export const mailForm = z.object({ address: z.string().trim().pipe(z.email().max(254)) });

/** A telephone number as it was typed. */
export const phoneForm = z.object({
  address: z
    .string()
    .max(40)
    .transform((typed, problem) => {
      const number = phoneNumber(typed);
      if (number === undefined) problem.addIssue({ code: 'custom', message: 'no telephone number' });
      return number ?? '';
    }),
});

/** A code as it was typed, with or without spaces. */
export const codeForm = z.object({
  code: z
    .string()
    .max(20)
    .transform((typed) => typed.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/)),
});
