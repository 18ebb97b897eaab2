import type { ColumnRole } from './column-words.ts';

import { readDue } from './deadline.ts';
import type { GridRow } from './grid.ts';
import type { Header } from './header.ts';
import { isUnitList } from './unit-name.ts';

const FEWEST_COLUMNS = 4;
const FEWEST_ROWS = 3;
const MOST = 0.6;

/**
 * Tells what columns mean by what stands in them, for a list whose header is lost: numbers, units, deadlines, and the
 * longest texts for the tasks. Undefined when that does not look like a list of tasks.
 */
export function columnsByContent(rows: readonly GridRow[]): Header | undefined {
  const width = rows[0]?.cells.length ?? 0;
  if (width < FEWEST_COLUMNS || rows.length < FEWEST_ROWS) return undefined;
  const columns = Array.from({ length: width }, (_, column) => textsOf(rows, column));
  const roles: ColumnRole[] = columns.map((texts) => {
    if (share(texts, (text) => /^\d{1,3}(?:\.\d+)*\.?$|^[IVX]+\.?$/.test(text)) >= MOST) return 'seq';
    if (share(texts, isUnitList) >= MOST) return 'lead';
    if (share(texts, (text) => readDue(text, { from: 2000, to: 2000 }) !== null) >= MOST) return 'due';
    return 'other';
  });
  const units = roles.flatMap((role, column) => (role === 'lead' ? [column] : []));
  if (units.length === 0 || !roles.includes('due')) return undefined;
  for (const extra of units.slice(1)) roles[extra] = 'coordinators';
  const prose = roles.flatMap((role, column) => (role === 'other' ? [column] : []));
  const task = prose.toSorted((a, b) => meanLength(columns[b] ?? []) - meanLength(columns[a] ?? []))[0];
  if (task === undefined) return undefined;
  roles[task] = 'task';
  const product = prose.find((column) => column !== task && (columns[column] ?? []).length > 0);
  if (product !== undefined) roles[product] = 'product';
  return { columns: roles.map((role) => ({ role, title: '', leaf: '' })), height: 0, printed: [] };
}

function textsOf(rows: readonly GridRow[], column: number): string[] {
  return rows.flatMap((row) => row.cells[column]?.text || []);
}

function share(texts: readonly string[], fits: (text: string) => boolean): number {
  return texts.length === 0 ? 0 : texts.filter((text) => fits(text)).length / texts.length;
}

function meanLength(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length);
}
