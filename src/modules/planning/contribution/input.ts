import { z } from 'zod';

export const longestContribution = 2_000;

const version = z.coerce.number().int().min(0);
const said = z.string().trim().min(1).max(longestContribution);

/** Who of the unit is in charge; an empty choice names nobody. */
export const acceptForm = z.object({
  officer: z.union([z.literal('').transform(() => null), z.uuid()]),
  version,
});

/** What was contributed, or why it was declined or sent back. */
export const saidForm = z.object({ text: said, version });

/** The same as `acceptForm` for programs. */
export const acceptBody = z.strictObject({
  officerId: z.uuid().nullable().describe('Who of the unit is in charge.'),
  version: z.int().min(0).describe('The version that was read; 0 where the unit has not answered.'),
});

/** The same as `saidForm` for programs. */
export const saidBody = z.strictObject({ text: said, version: z.int().min(0) });
