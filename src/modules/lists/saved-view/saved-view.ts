import type { Id } from '#platform/db/id.ts';

/** A filter and order of a list under a name. */
export interface SavedView {
  readonly id: Id<'saved-view'>;
  /** The address of the list. */
  readonly list: string;
  readonly name: string;
  /** The filter as it stands in an address. */
  readonly query: string;
  readonly ownerId: Id<'account'>;
  readonly ownerName: string;
  readonly isShared: boolean;
  readonly deletedAt: Date | null;
  /** How this person has it: as a tab, and as what the list opens with. */
  readonly isPinned: boolean;
  readonly isUsual: boolean;
}

export const longestName = 60;
export const longestQuery = 4_000;
/** A person keeps no more of one list. */
export const mostKept = 100;
/** Tabs beside those that the list itself has. */
export const mostPinned = 8;
