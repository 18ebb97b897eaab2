import type { Column } from './column-role.ts';
import type { ColumnRole } from './column-words.ts';
import { columnOf } from './columns.ts';
import type { GridRow } from './grid.ts';
import { bare } from './letters.ts';

export type TablePurpose = 'tasks' | 'targets';

const ANSWERS: readonly ColumnRole[] = [
  'lead',
  'lead-and-coordinators',
  'unit',
  'due',
  'quarter',
  'month',
  'end',
  'product',
  'product-and-due',
];
const MEASURE_START =
  /^(?:[-+]\s*)?(?:ty le|ti le|so luong|so\b|chi so|muc do|diem\b|tong so|thoi gian (?:cho|giai quyet|trung binh)|so luot|xep (?:hang|loai)|%)/;
const FIGURE = /^[^\d]{0,40}\d{1,6}(?:[.,]\d{1,3})?\s*%?(?!\s*[/.]\d)[^\d]{0,40}$/;
const MOST = 0.5;

/**
 * What a table lists: tasks, when it says what is to be done and by whom, by when or with what result; targets, when
 * it gives measures with values by year or with their unit. Undefined for any other table.
 */
export function purposeOf(columns: readonly Column[], rows: readonly GridRow[]): TablePurpose | undefined {
  const roles = new Set(columns.map((column) => column.role));
  if (!roles.has('task') || roles.has('report')) return undefined;
  if (isTargetList(columns, rows, roles)) return 'targets';
  const answers = ANSWERS.filter((role) => roles.has(role)).length;
  return columns.length >= 3 && answers > 0 ? 'tasks' : undefined;
}

function isTargetList(
  columns: readonly Column[],
  rows: readonly GridRow[],
  roles: ReadonlySet<ColumnRole>,
): boolean {
  const values = columns.flatMap((column, index) =>
    column.role === 'year' || column.role === 'target' ? [index] : [],
  );
  if (values.length === 0) return false;
  const cells = values.flatMap((index) => texts(rows, index));
  if (share(cells, (text) => FIGURE.test(text)) < MOST) return false;
  if (roles.has('measure')) return true;
  const isWorkList = roles.has('due') || roles.has('quarter') || roles.has('end') || roles.has('product');
  const names = texts(rows, columnOf(columns, 'task'));
  return !isWorkList || share(names, (text) => MEASURE_START.test(bare(text))) > MOST;
}

function texts(rows: readonly GridRow[], column: number): string[] {
  return rows.flatMap((row) => row.cells[column]?.text || []);
}

function share(cells: readonly string[], fits: (text: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter((text) => fits(text)).length / cells.length;
}
