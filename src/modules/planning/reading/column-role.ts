import { COLUMN_WORDS, type ColumnRole } from './column-words.ts';
import { QUARTER_WORDS } from './due-words.ts';
import { bareWords } from './letters.ts';
import { isUnitList } from './unit-name.ts';

export interface Column {
  role: ColumnRole;
  /** The titles over the column from top to bottom, one space between. */
  title: string;
  /** The lowest of them. */
  leaf: string;
  /** The quarter, month or year that the column stands for. */
  number?: number;
}

const OF_TIME = /\b(?:thoi gian|thoi han|tien do|lo trinh|ke hoach|thang|quy|moc|hoan thanh|nam)\b/;

/** Titles that begin like a unit of a free name. */
const NO_UNIT = /^(?:so luong|so lieu|quy mo)\b/;
const YEAR =
  /^(?:(?:ket qua|thuc hien|dat|uoc|ke hoach|kh|chi tieu|muc|muc tieu|gia tri|phan dau|den|het|cuoi) )*(?:nam )?(20\d\d)(?: %| so voi .*)?$/;

/** What a column means by its titles, from top to bottom: a period of the calendar, or else what the words say. */
export function readColumn(titles: readonly string[]): Column {
  const title = titles.join(' ').trim();
  const leaf = titles.at(-1) ?? '';
  const period = readPeriod(bareWords(leaf), bareWords(titles.slice(0, -1).join(' ')));
  if (period) return { ...period, title, leaf };
  const isUnit = byWords(bareWords(leaf)) === 'other' && !NO_UNIT.test(bareWords(leaf)) && isUnitList(leaf);
  return { role: isUnit ? 'unit' : roleOf(titles), title, leaf };
}

/** The role that titles name: the lowest one alone, or else together with those above it. */
export function roleOf(titles: readonly string[]): ColumnRole {
  const alone = byWords(bareWords(titles.at(-1) ?? ''));
  return alone === 'other' || alone === 'section' ? byWords(bareWords(titles.join(' '))) : alone;
}

function byWords(words: string): ColumnRole {
  if (words === '') return 'other';
  return COLUMN_WORDS.find(([, grammar]) => grammar.test(words))?.[0] ?? 'other';
}

function readPeriod(leaf: string, over: string): Pick<Column, 'role' | 'number'> | undefined {
  const quarter =
    /^(?:quy|q) ?(i{1,3}|iv|[1-4])(?: nam| 20\d\d)*$/.exec(leaf) ??
    /^(?:thoi gian|tien do|lo trinh)\b.*\bquy (i{1,3}|iv|[1-4])(?: nam| 20\d\d)*$/.exec(leaf) ??
    (/\bquy\b/.test(over) ? /^(i{1,3}|iv|[1-4])$/ : /^(i{1,3}|iv)$/).exec(OF_TIME.test(over) ? leaf : '');
  if (quarter?.[1]) return { role: 'quarter', number: QUARTER_WORDS[quarter[1]] ?? 0 };
  const month =
    /^(?:thang|th|t) ?(1[0-2]|0?[1-9])(?: 20\d\d)?$/.exec(leaf) ??
    (OF_TIME.test(over) ? /^(1[0-2]|0?[1-9])$/.exec(leaf) : null);
  if (month?.[1]) return { role: 'month', number: Number(month[1]) };
  const year = YEAR.exec(leaf);
  if (!year?.[1]) return undefined;
  const isBaseline = byWords(over) === 'baseline' || byWords(leaf) === 'baseline';
  return { role: isBaseline ? 'baseline' : 'year', number: Number(year[1]) };
}
