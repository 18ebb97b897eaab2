/** A cell of a CSV file; null leaves it empty. */
export type CsvCell = string | number | null;

/** A spreadsheet takes a text that starts so for a formula and runs it; some take the full-width signs for these too. */
const formulaStart = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
const needsQuotes = /[",\r\n]/;

/**
 * The content of a CSV file (RFC 4180) that spreadsheets open with its accents right and run nothing of.
 *
 * Begins with a byte order mark, lines end with CRLF. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it; numbers stay numbers, negative ones too, and what is no finite number is left empty.
 */
export function toCsv(header: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  const lines = [csvLine(header)];
  for (const row of rows) lines.push(csvLine(row));
  return `${csvStart}${lines.join('')}`;
}

/** What a file begins with, so that spreadsheets read its accents right. */
export const csvStart = '\uFEFF';

/** True for a text that a spreadsheet would run when it is typed or opened. */
export function startsFormula(text: string): boolean {
  return formulaStart.test(text);
}

/** One line of a file, with its end. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(written).join(',')}\r\n`;
}

function written(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = startsFormula(cell) ? `'${cell}` : cell;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
