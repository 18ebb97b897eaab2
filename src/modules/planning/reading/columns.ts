import { COLUMN_WORDS, type ColumnRole } from './column-words.ts';
import { QUARTER_WORDS } from './due-words.ts';
import type { GridRow } from './grid.ts';
import { bareWords } from './letters.ts';

export interface Column {
  role: ColumnRole;
  title: string;
  /** The quarter, month or year that the column stands for. */
  number?: number;
}

export interface Header {
  columns: Column[];
  /** How many rows of the table it takes. */
  height: number;
}

const LONGEST_TITLE = 90;
const HIGHEST_HEADER = 4;

/**
 * Finds the header at the top of a table and what each column means, by its words; undefined when there is none.
 *
 * A header of two levels ("Thời gian" over "Quý I"… "Quý IV") gives each column both titles. A row of column numbers
 * below it belongs to it.
 */
export function readHeader(rows: readonly GridRow[]): Header | undefined {
  const top = rows[0];
  if (!top || recognised(top.cells.map((cell) => cell.text)) < 2) return undefined;
  const titles = spread(top);
  let height = 1;
  while (height < Math.min(HIGHEST_HEADER, rows.length)) {
    const row = rows[height];
    if (!row) break;
    if (isNumberRow(row)) {
      height++;
      break;
    }
    if (!isSecondLevel(row, titles)) break;
    for (const [column, cell] of row.cells.entries()) {
      if (cell.text !== '' && !cell.merged) titles[column] = `${titles[column] ?? ''} ${cell.text}`.trim();
    }
    height++;
  }
  return { columns: rolesOf(titles), height };
}

/** True when a row is a header again, as page breaks print it. */
export function repeatsHeader(row: GridRow, header: Header): boolean {
  const cells = row.cells.map((cell) => bareWords(cell.text));
  const filled = cells.filter((text) => text !== '');
  if (filled.length < 2) return false;
  const same = cells.filter(
    (text, column) => text !== '' && bareWords(header.columns[column]?.title ?? '').startsWith(text),
  ).length;
  return same >= Math.max(2, filled.length * 0.7) || (isNumberRow(row) && filled.length > 3);
}

/** True when the columns are those of a list of tasks: what is to be done, and by whom, by when or with what result. */
export function isTaskHeader(columns: readonly Column[]): boolean {
  const roles = new Set(columns.map((column) => column.role));
  const answers: ColumnRole[] = [
    'lead',
    'lead-and-coordinators',
    'due',
    'quarter',
    'month',
    'end',
    'product',
  ];
  return columns.length >= 3 && roles.has('task') && answers.some((role) => roles.has(role));
}

/** True when the columns are those of a list of targets: a measure with values by year, or with its unit. */
export function isTargetHeader(columns: readonly Column[]): boolean {
  const roles = new Set(columns.map((column) => column.role));
  const named = roles.has('target') || roles.has('objective') || roles.has('task');
  return named && (roles.has('year') || roles.has('measure')) && !roles.has('lead');
}

function recognised(titles: readonly string[]): number {
  const roles = new Set(titles.filter((title) => title !== '').map((title) => roleOf(title)));
  roles.delete('other');
  const short = titles.every((title) => title.length <= LONGEST_TITLE);
  return short ? roles.size : 0;
}

function roleOf(title: string): ColumnRole {
  const words = bareWords(title);
  return COLUMN_WORDS.find(([, grammar]) => grammar.test(words))?.[0] ?? 'other';
}

/** Titles by grid column; a title that spans columns stands over each of them. */
function spread(row: GridRow): string[] {
  const titles = row.cells.map((cell) => cell.text);
  for (const [column, cell] of row.cells.entries()) {
    for (let over = 1; over < cell.span; over++) titles[column + over] = cell.text;
  }
  return titles;
}

function isSecondLevel(row: GridRow, titles: string[]): boolean {
  const filled = row.cells.flatMap((cell, column) => (cell.text !== '' && !cell.merged ? [column] : []));
  if (filled.length < 2 || filled.includes(0)) return false;
  if (filled.some((column) => (row.cells[column]?.text.length ?? 0) > 40)) return false;
  const joined = fillLeft(titles, filled);
  const roles = filled.map((column) => roleOf(`${joined[column] ?? ''} ${row.cells[column]?.text ?? ''}`));
  const open = row.cells.some(
    (cell, column) => cell.text === '' && !cell.merged && (titles[column] ?? '') === '',
  );
  if (roles.includes('other') || (open && filled.length < 2)) return false;
  for (const column of filled) titles[column] = joined[column] ?? '';
  return true;
}

/** In text a spanning title stands over its first column only: the blanks to its right take it. */
function fillLeft(titles: readonly string[], columns: readonly number[]): string[] {
  const filled = [...titles];
  for (const column of columns) {
    if ((filled[column] ?? '') === '') filled[column] = filled[column - 1] ?? '';
  }
  return filled;
}

function isNumberRow(row: GridRow): boolean {
  const numbers = row.cells
    .filter((cell) => cell.text !== '')
    .map((cell) => /^\(?(\d{1,2})\)?$/.exec(cell.text)?.[1]);
  return numbers.length >= 3 && numbers.every((number, index) => Number(number) === index + 1);
}

function rolesOf(titles: readonly string[]): Column[] {
  const columns = titles.map((title) => readColumn(title));
  const first = (role: ColumnRole): Column | undefined => columns.find((column) => column.role === role);
  const tasks = columns.filter((column) => column.role === 'task');
  if (tasks[0] && tasks[1] && !first('activity')) tasks[1].role = 'activity';
  if (!first('task'))
    promote(first('activity') ?? first('objective') ?? first('target') ?? first('other'), 'task');
  if (first('start') && !first('end')) promote(first('due'), 'end');
  for (const role of ['lead', 'product', 'due', 'objective', 'note'] as const) {
    for (const extra of columns.filter((column) => column.role === role).slice(1)) {
      extra.role = role === 'lead' && !first('coordinators') ? 'coordinators' : 'other';
    }
  }
  return columns;
}

function promote(column: Column | undefined, role: ColumnRole): void {
  if (column) column.role = role;
}

function readColumn(title: string): Column {
  const role = roleOf(title);
  const last = bareWords(title).split(' ').at(-1) ?? '';
  if (role === 'quarter') return { role, title, number: QUARTER_WORDS[last.replace(/^q/, '')] ?? 0 };
  if (role === 'month' || role === 'year') return { role, title, number: Number(last.replace(/^t/, '')) };
  return { role, title };
}

/** The place of the first column with a meaning; -1 where the table has none. */
export function columnOf(columns: readonly Column[], role: ColumnRole): number {
  return columns.findIndex((column) => column.role === role);
}
