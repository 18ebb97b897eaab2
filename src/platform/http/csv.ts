type CsvValue = string | number | null | undefined;

const byteOrderMark = '\ufeff';

/**
 * A table as CSV (RFC 4180, CRLF) that a spreadsheet opens in UTF-8. A text that a spreadsheet would run as a formula
 * is kept as text by an apostrophe; numbers stay numbers.
 */
export function toCsv(header: readonly string[], rows: Iterable<readonly CsvValue[]>): string {
  const lines = [header, ...rows].map((row) => row.map(cell).join(','));
  return `${byteOrderMark}${lines.join('\r\n')}\r\n`;
}

function cell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
