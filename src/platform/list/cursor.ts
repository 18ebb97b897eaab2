import { z } from 'zod';

/** How the values of a key are written and read again. */
export type KeyKind = 'text' | 'id' | 'date' | 'instant' | 'whole' | 'number';

/** A place between two rows: the keys of the row beside it, and on which side the page lies. */
export interface Cursor {
  readonly side: 'after' | 'before';
  /** Null in the first place where the row has no value to sort by. */
  readonly keys: readonly (string | null)[];
  /** How many rows came before the page when it was made: to tell where one stands, never to find rows. */
  readonly rowsBefore: number;
}

/** Longest text of a key that a cursor carries; lists sort long texts by so many characters. */
export const longestKey = 100;

const keyOf: Readonly<Record<KeyKind, z.ZodType<string>>> = {
  text: z.string().max(longestKey * 2),
  id: z.uuid(),
  date: z.iso.date(),
  instant: z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?[+-]\d{2}(?::?\d{2})?$/),
  whole: z.string().regex(/^-?\d{1,9}$/),
  number: z.string().regex(/^-?\d{1,18}(?:\.\d{1,10})?$/),
};

const shape = z.tuple([
  z.string(),
  z.enum(['after', 'before']),
  z.array(z.string().nullable()).min(1).max(6),
  z.int().min(0).max(1_000_000_000),
]);

/** Writes a place for an address. `order` names the order that it belongs to. */
export function writeCursor(order: string, cursor: Cursor): string {
  const parts = [order, cursor.side, cursor.keys, cursor.rowsBefore];
  return Buffer.from(JSON.stringify(parts), 'utf8').toString('base64url');
}

/**
 * Reads a place that came from outside: it must belong to this order, and every key must be of its kind. A forged one
 * can only name another place in rows that the reader sees anyway.
 * @param firstCanBeEmpty whether rows may lack the value that the order sorts by
 */
export function readCursor(
  order: string,
  kinds: readonly KeyKind[],
  firstCanBeEmpty: boolean,
  text: string,
): Cursor | undefined {
  if (text.length > 4_000 || !/^[\w-]+$/.test(text)) return undefined;
  const found = shape.safeParse(parsed(Buffer.from(text, 'base64url').toString('utf8'))).data;
  if (!found) return undefined;
  const [of, side, keys, rowsBefore] = found;
  if (of !== order || keys.length !== kinds.length) return undefined;
  const areOfKind = keys.every((key, at) => {
    if (key === null) return at === 0 && firstCanBeEmpty;
    const kind = kinds[at];
    return kind !== undefined && !key.includes('\u0000') && keyOf[kind].safeParse(key).success;
  });
  return areOfKind ? { side, keys, rowsBefore } : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
