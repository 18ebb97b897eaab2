import { addressOf } from '#platform/list/address.ts';
import { freezeLink } from '#modules/lists/links.ts';

/** What was frozen, or is about to be; with the deed, where it is tried again (POST). */
export function frozenLink(frozenId: string, deed?: 'lai'): string {
  return `/ban-chot/${frozenId}${deed ? `/${deed}` : ''}`;
}

/** The pages on which a list or a record is chosen and frozen for a record. */
export function freezeForLink(asked: {
  readonly source?: string | undefined;
  readonly query?: string | undefined;
  /** The record that is proven, by kind and id. */
  readonly record?: string | undefined;
}): string {
  return addressOf(freezeLink(), [
    ...(asked.source ? ([['danh-sach', asked.source]] as const) : []),
    ...(asked.query ? ([['loc', asked.query]] as const) : []),
    ...(asked.record ? ([['cho', asked.record]] as const) : []),
  ]);
}

/** A record in an address: its kind and its id. */
export function recordWord(kind: string, id: string): string {
  return `${kind}.${id}`;
}
