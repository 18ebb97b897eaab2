import type { ListField, OperatorName } from './operator.ts';

/** One comparison of one field. Dates are YYYY-MM-DD, numbers have a decimal point, yes and no are `co` and `khong`. */
export interface Condition {
  readonly field: string;
  readonly operator: OperatorName;
  readonly values: readonly string[];
}

/** One condition, or several of which one is enough. */
export type Clause = readonly Condition[];

export interface Sort {
  readonly by: string;
  readonly isDown: boolean;
}

/** Which rows, in which order: every clause must hold. */
export interface ListFilter {
  readonly search: string;
  readonly clauses: readonly Clause[];
  readonly sort: Sort;
  /** How the rows are looked at, and by what they are summed up; left out for the plain table. */
  readonly look?: string;
  readonly grouping?: string;
}

/** What a list can be filtered and sorted by: names as they stand in addresses. */
export interface ListShape {
  readonly fields: Readonly<Record<string, ListField>>;
  /** The names of the orders; the first is the list's own. */
  readonly sorts: readonly string[];
  /** Other ways to look at the rows than as a table, and by what they can be summed up. */
  readonly looks?: readonly string[];
  readonly groupings?: readonly string[];
  /** The list's own order runs downwards: the newest comes first. */
  readonly startsDown?: true;
}

/** The order in which a list stands where nobody chose one. */
export function ownSort(shape: ListShape): Sort {
  return { by: shape.sorts[0] ?? '', isDown: shape.startsDown ?? false };
}

/** A list as an address asks for it. */
export interface ListState extends ListFilter {
  /** Where the page begins or ends; undefined for the first one. */
  readonly cursor: string | undefined;
  /** The saved view that was opened. */
  readonly view: string | undefined;
  /** Parts of the address that could not be understood and count for nothing. */
  readonly dropped: readonly DroppedPart[];
}

export type DropReason =
  | 'unknown-field'
  | 'unknown-operator'
  | 'bad-value'
  | 'too-many'
  | 'unknown-sort'
  | 'bad-cursor';

export interface DroppedPart {
  readonly part: string;
  readonly reason: DropReason;
}

/** Beyond these a filter is no longer something that a person put together. */
export const limits = { conditions: 20, values: 50, text: 200, groups: 5 } as const;

/** True where the filter leaves every row in. */
export function isOpen(filter: ListFilter): boolean {
  return filter.search === '' && filter.clauses.length === 0;
}

/** The values of a field's plain condition (its first comparison, standing alone), for a form that shows it. */
export function plainValue(filter: ListFilter, field: string, operator: OperatorName): string | undefined {
  const found = filter.clauses.find(
    (clause) => clause.length === 1 && clause[0]?.field === field && clause[0].operator === operator,
  );
  return found?.[0]?.values[0];
}

/** The state with the sentence that its place in the list was none, where that is so. */
export function notingBadCursor(state: ListState, hadBadCursor: boolean): ListState {
  if (!hadBadCursor) return state;
  return {
    ...state,
    dropped: [...state.dropped, { part: state.cursor?.slice(0, 40) ?? '', reason: 'bad-cursor' }],
  };
}
