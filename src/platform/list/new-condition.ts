import { readList, writeFilter, addressOf, type AddressPart } from './address.ts';
import type { ListFilter, ListShape, ListState } from './filter.ts';
import { operatorOf, operators } from './operator.ts';
import { countedPeriod } from './period.ts';

/** The fields of the form that adds a condition. */
export const newConditionWords = {
  field: 'them',
  operator: 'phep',
  value: 'gia',
  second: 'den',
  period: 'ky',
  days: 'so-ngay',
  side: 'chieu',
  besides: 'hoac',
} as const;

/** Every name that the form sends: a list's page reads these itself. */
export const newConditionNames: readonly string[] = Object.values(newConditionWords);

/** Whether the address comes from the form sent, not from the form opened. */
export function hasNewCondition(query: URLSearchParams): boolean {
  return query.has(newConditionWords.operator);
}

/**
 * The filter of an address with the condition of the form added to it; undefined where the form does not make one.
 * Several values of one field are "one of"; several that it shall not be are as many conditions.
 */
export function withNewCondition(
  shape: ListShape,
  state: ListState,
  query: URLSearchParams,
): ListFilter | undefined {
  const words = newConditionWords;
  const name = query.get(words.field) ?? '';
  const field = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
  const asked = field && operatorOf(field, query.get(words.operator) ?? undefined);
  if (!field || !asked) return undefined;
  const given = query.getAll(words.value).filter((value) => value.trim() !== '');
  const operator =
    asked === 'is' && given.length > 1 && (field.kind === 'choice' || field.kind === 'id') ? 'one-of' : asked;
  const suffix = operatorOf(field, undefined) === operator ? '' : `.${operators[operator].address}`;
  const values = operator === 'is-not' ? given : [valueOf(operators[operator].takes, given, query)];
  const parts = values.map((value): AddressPart => [`${name}${suffix}`, value]);
  const added = readList(shape, parts);
  if (added.clauses.length === 0 || added.dropped.length > 0) return undefined;
  return { ...state, clauses: beside(state, added, query.get(words.besides)) };
}

function valueOf(takes: string, given: readonly string[], query: URLSearchParams): string {
  const words = newConditionWords;
  if (takes === 'none') return '1';
  if (takes === 'two') return `${given[0] ?? ''}..${query.get(words.second) ?? ''}`.replaceAll(/\s/g, '');
  if (takes === 'many') return given.join(',');
  if (takes !== 'period') return given[0] ?? '';
  const days = query.get(words.days)?.trim();
  if (!days) return query.get(words.period) ?? '';
  return countedPeriod(Number(days), query.get(words.side) === 'qua' ? 'last' : 'next');
}

/** The new condition as one more that must hold, or as one more of a group. */
function beside(state: ListFilter, added: ListFilter, besides: string | null): ListFilter['clauses'] {
  const at = besides === null || besides === '' ? -1 : Number(besides);
  if (!state.clauses[at]) return [...state.clauses, ...added.clauses];
  return state.clauses.map((clause, index) => (index === at ? [...clause, ...added.clauses.flat()] : clause));
}

/** The address of the list without one of its clauses, on its first page. */
export function addressWithout(path: string, shape: ListShape, state: ListState, clause: number): string {
  const clauses = state.clauses.filter((_, index) => index !== clause);
  return addressOf(path, writeFilter(shape, { ...state, clauses }));
}
