import { v7, validate } from 'uuid';

declare const kind: unique symbol;

/** The id of a record of one kind; two kinds do not mix. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind };

/** Makes an id in time order (uuid v7), so that new rows stand together in every index. */
export function newId<Kind extends string>(): Id<Kind> {
  return v7() as Id<Kind>;
}

/** Reads an id that came from outside; anything that is not a uuid is undefined, to be answered as "not found". */
export function parseId<Kind extends string>(value: string | null | undefined): Id<Kind> | undefined {
  return typeof value === 'string' && validate(value) ? (value.toLowerCase() as Id<Kind>) : undefined;
}
