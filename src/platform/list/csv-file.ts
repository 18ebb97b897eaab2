import { formatDayFirst } from '#platform/clock/plain-date.ts';
import { csvLine, csvStart } from '#platform/http/csv.ts';
import type { FileCell, FileColumn, RowFile } from './row-file.ts';

/** A CSV file (RFC 4180) that spreadsheets open with its accents right and run nothing of. Days are dd/mm/yyyy. */
export function csvFile<Row>(columns: readonly FileColumn<Row>[]): RowFile<Row> {
  let begun = false;
  const begin = () => {
    if (begun) return '';
    begun = true;
    return csvStart + csvLine(columns.map((column) => column.label));
  };
  return {
    add(rows) {
      let text = begin();
      for (const row of rows) text += csvLine(columns.map((column) => cellOf(column.value(row))));
      return Buffer.from(text, 'utf8');
    },
    end: () => Buffer.from(begin(), 'utf8'),
  };
}

function cellOf(cell: FileCell): string | number | null {
  return cell !== null && typeof cell === 'object' ? formatDayFirst(cell.day) : cell;
}
