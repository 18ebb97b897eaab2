import { addressOf } from '#platform/list/address.ts';
import { freezeLink } from '#modules/lists/links.ts';
import { isListName } from './frozen-record.ts';

/** What was frozen, or is about to be; with a deed, where it is tried again, frozen anew or taken back (POST). */
export function frozenLink(frozenId: string, deed?: 'lai' | 'chot-lai' | 'bo'): string {
  return `/ban-chot/${frozenId}${deed ? `/${deed}` : ''}`;
}

/** The pages on which a list or a record is chosen and frozen for a record. */
export function freezeForLink(asked: {
  /** The address of a list, or the kind of a single record. */
  readonly source?: string | undefined;
  /** The filter of the list, or the id of the single record. */
  readonly query?: string | undefined;
  /** The record that is proven, by kind and id. */
  readonly record?: string | undefined;
}): string {
  return addressOf(freezeLink(), [
    ...(asked.source ? frozenParts(asked.source, asked.query ?? '') : []),
    ...(asked.record ? ([['cho', asked.record]] as const) : []),
  ]);
}

/** What is frozen, as it stands in an address and in the fields of a form. */
export function frozenParts(
  source: string,
  query: string,
): readonly (readonly [name: string, value: string])[] {
  if (!isListName(source)) return [['ban-ghi', recordWord(source, query)]];
  return [['danh-sach', source], ...(query === '' ? [] : ([['loc', query]] as const))];
}

/** A record in an address: its kind and its id. */
export function recordWord(kind: string, id: string): string {
  return `${kind}.${id}`;
}
