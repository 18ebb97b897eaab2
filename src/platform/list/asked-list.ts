import { addressOf, readList, viewWord, writeFilter } from './address.ts';
import type { ListShape, ListState } from './filter.ts';
import { hasNewCondition, newConditionNames, newConditionWords, withNewCondition } from './new-condition.ts';

/** What an address asks of the page of a list: to show it, or to go where the same filter has its proper address. */
export type AskedList =
  | { readonly goTo: string }
  | {
      readonly goTo: undefined;
      readonly state: ListState;
      /** The form for one more condition is open, and perhaps was sent with something that makes none. */
      readonly adding: URLSearchParams | undefined;
    };

/**
 * Reads the address of a list's page.
 * @param others names that the page reads itself
 */
export function askedList(
  shape: ListShape,
  path: string,
  query: URLSearchParams,
  others: readonly string[] = [],
): AskedList {
  const state = readList(shape, query, [...newConditionNames, ...others]);
  if (hasNewCondition(query)) {
    const filter = withNewCondition(shape, state, query);
    if (filter) return { goTo: addressOf(path, writeFilter(shape, filter)) };
  }
  return { goTo: undefined, state, adding: query.has(newConditionWords.field) ? query : undefined };
}

/** The address that shows the whole list, whatever the person's usual view is. */
export function wholeList(path: string): string {
  return addressOf(path, [[viewWord, 'tat-ca']]);
}
