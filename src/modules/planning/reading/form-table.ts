import type { Paragraph } from '#platform/docread/document.ts';
import { filledColumns, type GridRow } from './grid.ts';
import { oneLine } from './letters.ts';
import { fieldNamed } from './prose-fields.ts';

const FEWEST_FIELDS = 2;
const MOST = 0.6;

/**
 * A table that is a form, field by field downwards ("Đơn vị chủ trì | Phòng Kinh tế"), as lines of fields in prose;
 * undefined for any other table.
 */
export function formParagraphs(rows: readonly GridRow[]): Paragraph[] | undefined {
  const pairs = rows.filter((row) => filledColumns(row).length === 2);
  const fields = pairs.filter((row) => fieldNamed(cellOf(row, 0)) !== undefined);
  const roles = new Set(fields.map((row) => fieldNamed(cellOf(row, 0))?.role));
  if (roles.size < FEWEST_FIELDS || fields.length < rows.length * MOST) return undefined;
  return rows.map((row) => {
    const [name, value] = [cellOf(row, 0), cellOf(row, 1)];
    const text = value === '' ? name : `- ${name.replace(/\s*:$/, '')}: ${value}`;
    return { kind: 'paragraph' as const, text, line: row.line[0] ?? 0 };
  });
}

function cellOf(row: GridRow, place: number): string {
  return oneLine(row.cells[filledColumns(row)[place] ?? -1]?.text ?? '');
}
