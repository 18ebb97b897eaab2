import { parse, stringify, validate } from 'uuid';
import { z } from 'zod';
import type { Listed } from './operation.ts';

/** At most so many entries of a list in one answer. */
export const mostOnPage = 200;

/** What every list takes: how many entries, and after which one. A cursor means something to the list that gave it. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(mostOnPage).default(50),
  cursor: z
    .string()
    .regex(/^[\w-]{22}$/, { abort: true })
    .refine((text) => idOf(text) !== undefined)
    .optional(),
};

export interface PageAsked {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The id after which a page begins; undefined at the start. */
export function afterOf(page: PageAsked): string | undefined {
  return page.cursor === undefined ? undefined : idOf(page.cursor);
}

/** A page of rows that were read in the order of their ids, one more than asked for where there are more. */
export function pageOf<Row extends { readonly id: string }>(
  rows: readonly Row[],
  page: PageAsked,
  show: (row: Row) => unknown,
): Listed {
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  return { items: shown.map(show), next: last ? cursorOf(last.id) : null };
}

/** A page of a list that is short enough to be read whole, in the order of ids. */
export function pageOfAll<Row extends { readonly id: string }>(
  rows: readonly Row[],
  page: PageAsked,
  show: (row: Row) => unknown,
): Listed {
  const after = afterOf(page) ?? '';
  const ordered = rows.filter((row) => row.id > after).sort((a, b) => (a.id < b.id ? -1 : 1));
  return pageOf(ordered.slice(0, page.limit + 1), page, show);
}

function cursorOf(id: string): string {
  return Buffer.from(parse(id)).toString('base64url');
}

function idOf(cursor: string): string | undefined {
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length !== 16) return undefined;
  const hex = bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return validate(hex) ? stringify(bytes) : undefined;
}
