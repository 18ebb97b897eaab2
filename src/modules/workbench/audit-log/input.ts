import { z } from 'zod';

/** After which place of the chain a file begins; anything else is the beginning. */
export const chainPart = z.object({ sau: z.coerce.number().int().min(0).max(1e12).catch(0) });

const code = z.string().regex(/^[a-z0-9.-]{1,100}$/);

/** The filter of the audit as programs write it; what is wrong is refused. */
export const auditQuery = z.strictObject({
  act: code.optional(),
  recordKind: code.optional(),
  recordId: z.uuid().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  before: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z_[0-9a-f-]{36}$/, { abort: true })
    .refine(
      (text) => !Number.isNaN(Date.parse(text.slice(0, 27))) && z.uuid().safeParse(text.slice(28)).success,
    )
    .optional(),
});
