import { readAxis } from './axis.ts';
import type { Column } from './column-role.ts';
import { columnOf } from './columns.ts';
import { filledColumns, type GridRow } from './grid.ts';
import { bareWords } from './letters.ts';

const LONGEST_TITLE = 110;
const MOST = 0.7;
const MOST_TITLES = 9;
const ROWS_A_TITLE = 1.5;

/**
 * Makes the column of axes the sections' when it stands as the wider of two task columns: "Nội dung" with the seven
 * axes merged downwards beside "Nhiệm vụ". A list that has rows of titles has its sections there.
 */
export function settleSectionColumn(columns: readonly Column[], rows: readonly GridRow[]): void {
  const wide = columns[columnOf(columns, 'task')];
  const narrow = columns[columnOf(columns, 'activity')];
  const stands = columns.every(
    (column, index) => !wide || column.role === 'seq' || index >= columns.indexOf(wide),
  );
  if (!wide || !narrow || !stands || rows.some((row) => filledColumns(row).length < 3)) return;
  const titles = rows.flatMap((row) => row.cells[columns.indexOf(wide)]?.text || []);
  const distinct = new Set(titles.map((title) => bareWords(title)));
  const named = [...titles].filter((title) => title.length <= LONGEST_TITLE && readAxis(title) !== null);
  if (
    distinct.size < 2 ||
    distinct.size > MOST_TITLES ||
    named.length < titles.length * MOST ||
    rows.length < distinct.size * ROWS_A_TITLE
  )
    return;
  wide.role = 'section';
  narrow.role = 'task';
}
