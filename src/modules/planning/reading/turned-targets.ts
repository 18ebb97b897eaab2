import type { Column } from './column-role.ts';
import { emptyCell, type GridCell, type GridRow } from './grid.ts';
import { bareWords } from './letters.ts';

const YEAR = /^(?:nam )?(20\d\d)$/;
const FIGURE = /^[^\p{L}\d]{0,4}\d{1,6}(?:[.,]\d{1,3})?\s?%?$/u;
const FEWEST_YEARS = 2;
const MEASURE_BEHIND = /\s*\(([^()]{1,20})\)\s*$/;

/**
 * A table of targets with a row for each year, turned to a row for each measure; undefined for any other table.
 *
 * The measure's unit stands in brackets behind its title.
 */
export function turnedTargets(rows: readonly GridRow[]): { columns: Column[]; rows: GridRow[] } | undefined {
  const [top, ...below] = rows;
  const years = below.map((row) => Number(YEAR.exec(bareWords(row.cells[0]?.text ?? ''))?.[1] ?? 0));
  if (!top || years.length < FEWEST_YEARS || years.includes(0)) return undefined;
  const measures = top.cells.slice(1).flatMap((cell, index) => (cell.text === '' ? [] : [index + 1]));
  const values = measures.flatMap((column) => below.map((row) => row.cells[column]?.text ?? ''));
  if (values.length === 0 || !values.every((text) => text === '' || FIGURE.test(text))) return undefined;
  const line = below.flatMap((row) => row.line);
  return {
    columns: [
      { role: 'task', title: '', leaf: '' },
      { role: 'measure', title: '', leaf: '' },
      ...years.map((number) => ({ role: 'year' as const, title: '', leaf: '', number })),
    ],
    rows: measures.map((column) => ({
      line: [...line],
      cells: [
        ...nameAndUnit(top.cells[column]?.text ?? ''),
        ...below.map((row) => row.cells[column] ?? emptyCell()),
      ],
      afterBreak: false,
    })),
  };
}

function nameAndUnit(title: string): [GridCell, GridCell] {
  const unit = MEASURE_BEHIND.exec(title);
  const name = unit ? title.slice(0, unit.index) : title;
  return [
    { ...emptyCell(), text: name },
    { ...emptyCell(), text: unit?.[1] ?? '' },
  ];
}
