/** A cell of a CSV file; null leaves it empty. */
export type CsvCell = string | number | null;

/** A spreadsheet takes a text that starts so for a formula and runs it. */
const formulaStart = /^[=+\-@\t\r]/;
const needsQuotes = /[",\r\n]/;

/**
 * The content of a CSV file (RFC 4180) that spreadsheets open with its accents right and run nothing of.
 *
 * Begins with a byte order mark, lines end with CRLF. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it; numbers stay numbers, negative ones too, and what is no finite number is left empty.
 */
export function toCsv(header: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  const lines = [lineOf(header)];
  for (const row of rows) lines.push(lineOf(row));
  return `\uFEFF${lines.join('')}`;
}

function lineOf(cells: readonly CsvCell[]): string {
  return `${cells.map(written).join(',')}\r\n`;
}

function written(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = formulaStart.test(cell) ? `'${cell}` : cell;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
