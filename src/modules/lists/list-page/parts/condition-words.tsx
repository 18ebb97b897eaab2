import { formatDayFirst, type PlainDate } from '#platform/clock/plain-date.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Clause, Condition, ListFilter, ListShape } from '#platform/list/filter.ts';
import { parsePeriod } from '#platform/list/period.ts';
import { type ListWords, nameOf } from '../field-words.ts';
import { texts } from '../texts.ts';

/** A list with its words: what it takes to say a filter. */
export interface SpokenList {
  readonly lang: Lang;
  readonly shape: ListShape;
  readonly words: ListWords;
}

/** A whole filter as sentences without an end, one for each clause, the search first. */
export function filterWords(list: SpokenList, filter: Pick<ListFilter, 'search' | 'clauses'>): string[] {
  const search = filter.search === '' ? [] : [`“${filter.search}”`];
  return [...search, ...filter.clauses.map((clause) => clauseWords(list, clause))];
}

/** One clause: "Đơn vị: Phòng Kinh tế", or several conditions with "hoặc" between them. */
export function clauseWords(list: SpokenList, clause: Clause): string {
  return clause.map((condition) => conditionWords(list, condition)).join(texts(list.lang).or);
}

function conditionWords(list: SpokenList, condition: Condition): string {
  const t = texts(list.lang);
  const label = list.words[condition.field]?.label ?? condition.field;
  const values = valueWords(list, condition);
  // What is chosen from a list, or is a period, says itself what it is.
  const kind = list.shape.fields[condition.field]?.kind;
  const saysItself =
    condition.operator === 'within' ||
    (condition.operator === 'is' && kind !== 'text') ||
    condition.operator === 'one-of';
  return saysItself
    ? `${label}: ${values}`
    : `${label} ${t.operators[condition.operator]}${values === '' ? '' : ` ${values}`}`;
}

function valueWords(list: SpokenList, { field, operator, values }: Condition): string {
  const t = texts(list.lang);
  const kind = list.shape.fields[field]?.kind;
  const said = values.map((value) => {
    if (operator === 'within') return periodWords(list.lang, value);
    if (kind === 'date') return formatDayFirst(value as PlainDate);
    if (kind === 'number') return formatNumber(list.lang, Number(value));
    if (kind === 'yes-no') return value === 'co' ? t.yes : t.no;
    if (kind === 'text') return `“${value}”`;
    return nameOf(list.words[field], value);
  });
  return operator === 'between' ? t.between(said[0] ?? '', said[1] ?? '') : said.join(', ');
}

/** A stretch of days by its name. */
export function periodWords(lang: Lang, text: string): string {
  const t = texts(lang);
  const period = parsePeriod(text);
  if (!period) return text;
  return 'name' in period ? t.periods[period.name] : t.days[period.side](formatNumber(lang, period.days));
}
