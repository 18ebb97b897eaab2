import {
  type Clause,
  type Condition,
  type DroppedPart,
  type DropReason,
  limits,
  type ListFilter,
  type ListShape,
  type ListState,
  ownSort,
} from './filter.ts';
import { operatorOf, operators } from './operator.ts';
import { readValues, searchText, writeValues } from './value-input.ts';

/** The words of an address that no field may be called. */
export const searchWord = 'tim';
export const sortWord = 'xep';
export const cursorWord = 'trang';
export const viewWord = 'xem';
export const lookWord = 'kieu';
export const groupingWord = 'nhom';
const groupShape = /^hoac([1-9])$/;

/** Parts of an address in their order, as `URLSearchParams` takes them. */
export type AddressPart = readonly [name: string, value: string];

/**
 * Reads a list from an address: `trang-thai=open` compares by the field's first comparison, `due.truoc=2026-05-12` by
 * another, `hoac1.…` puts a condition beside the others of its group, of which one is enough. What cannot be understood
 * is dropped and named; nothing in an address can make this fail.
 * @param others names that the page reads itself
 */
export function readList(
  shape: ListShape,
  query: Iterable<AddressPart>,
  others: readonly string[] = [],
): ListState {
  const read = new Reading(shape);
  for (const [name, value] of query) if (!others.includes(name)) read.take(name, value);
  return read.state();
}

class Reading {
  readonly #clauses: Condition[][] = [];
  readonly #groups = new Map<string, Condition[]>();
  readonly #dropped: DroppedPart[] = [];
  #conditions = 0;
  #search = '';
  #sort: ListFilter['sort'];
  #cursor: string | undefined;
  #view: string | undefined;
  #look: string | undefined;
  #grouping: string | undefined;

  constructor(readonly shape: ListShape) {
    this.#sort = ownSort(shape);
  }

  take(name: string, value: string): void {
    if (value === '') return;
    if (name === cursorWord) this.#cursor = value;
    else if (name === viewWord) this.#view = value;
    else if (name === searchWord) this.#takeSearch(value);
    else if (name === sortWord) this.#takeSort(value);
    else if (name === lookWord && this.shape.looks) this.#look = this.#oneOf(this.shape.looks, name, value);
    else if (name === groupingWord && this.shape.groupings)
      this.#grouping = this.#oneOf(this.shape.groupings, name, value);
    else this.#takeCondition(name, value);
  }

  state(): ListState {
    return {
      search: this.#search,
      clauses: this.#clauses,
      sort: this.#sort,
      cursor: this.#cursor,
      view: this.#view,
      ...(this.#look === undefined ? {} : { look: this.#look }),
      ...(this.#grouping === undefined ? {} : { grouping: this.#grouping }),
      dropped: this.#dropped,
    };
  }

  #takeSearch(value: string): void {
    const text = searchText.safeParse(value).data;
    if (text === undefined) this.#drop(searchWord, value, 'bad-value');
    else this.#search = text;
  }

  #takeSort(value: string): void {
    const by = value.replace(/^-/, '');
    if (this.shape.sorts.includes(by)) this.#sort = { by, isDown: value.startsWith('-') };
    else this.#drop(sortWord, value, 'unknown-sort');
  }

  #oneOf(names: readonly string[], name: string, value: string): string | undefined {
    if (names.includes(value)) return value;
    this.#drop(name, value, 'bad-value');
    return undefined;
  }

  #takeCondition(name: string, value: string): void {
    const parts = name.split('.');
    const group = groupShape.exec(parts[0] ?? '')?.[1];
    const [fieldName = '', word, ...more] = group === undefined ? parts : parts.slice(1);
    const field = Object.hasOwn(this.shape.fields, fieldName) ? this.shape.fields[fieldName] : undefined;
    if (!field) return this.#drop(name, value, 'unknown-field');
    const operator = more.length > 0 ? undefined : operatorOf(field, word);
    if (!operator) return this.#drop(name, value, 'unknown-operator');
    const values = readValues(field, operator, value);
    if (!values) return this.#drop(name, value, 'bad-value');
    if (this.#conditions === limits.conditions || Number(group ?? 0) > limits.groups) {
      return this.#drop(name, value, 'too-many');
    }
    this.#conditions += 1;
    this.#clauseOf(group).push({ field: fieldName, operator, values });
  }

  #clauseOf(group: string | undefined): Condition[] {
    const known = group === undefined ? undefined : this.#groups.get(group);
    if (known) return known;
    const clause: Condition[] = [];
    this.#clauses.push(clause);
    if (group !== undefined) this.#groups.set(group, clause);
    return clause;
  }

  #drop(name: string, value: string, reason: DropReason): void {
    if (this.#dropped.length < limits.conditions) {
      this.#dropped.push({ part: `${name}=${value}`.slice(0, 80), reason });
    }
  }
}

/** A filter as it stands in an address, always the same for the same filter; what is the list's own is left out. */
export function writeFilter(shape: ListShape, filter: ListFilter): AddressPart[] {
  const { by, isDown } = filter.sort;
  const own = ownSort(shape);
  const isOwn = by === own.by && isDown === own.isDown;
  let groups = 0;
  return [
    ...part(searchWord, filter.search),
    ...filter.clauses.flatMap((clause) => {
      if (clause.length > 1) groups += 1;
      return clause.map((condition) => writeCondition(shape, condition, clause, groups));
    }),
    ...part(sortWord, isOwn ? '' : `${isDown ? '-' : ''}${by}`),
    ...part(lookWord, filter.look ?? ''),
    ...part(groupingWord, filter.grouping ?? ''),
  ];
}

function writeCondition(
  shape: ListShape,
  { field, operator, values }: Condition,
  clause: Clause,
  group: number,
): AddressPart {
  const known = shape.fields[field];
  const isFirst = known !== undefined && operatorOf(known, undefined) === operator;
  const name = [
    ...(clause.length > 1 ? [`hoac${group}`] : []),
    field,
    ...(isFirst ? [] : [operators[operator].address]),
  ];
  return [name.join('.'), writeValues(operator, values)];
}

function part(name: string, value: string): AddressPart[] {
  return value === '' ? [] : [[name, value]];
}

/** A path with these parts after it; the comma and the dots of values stay as they are, to be read by people. */
export function addressOf(path: string, parts: readonly AddressPart[]): string {
  if (parts.length === 0) return path;
  return `${path}?${new URLSearchParams(parts.map(([name, value]) => [name, value]))}`.replaceAll('%2C', ',');
}
