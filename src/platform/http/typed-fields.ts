import { z } from 'zod';

/** A text that must be typed, without blanks at its ends. */
export const said = (most: number) => z.string().trim().min(1).max(most);

/** A text that may be left empty: null then. */
export const maybe = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .transform((text) => text || null);

/** One of a list by its id; null where nothing was chosen. */
export const chosen = z.union([z.literal('').transform(() => null), z.uuid()]);
