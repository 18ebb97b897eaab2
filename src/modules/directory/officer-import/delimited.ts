/** More cells than this are no list of officers. */
const mostCells = 20_000;

/**
 * Reads rows of text whose cells stand between tabs, semicolons or commas (RFC 4180: quotes around a cell that holds
 * them), as spreadsheets copy and save them. Undefined when there are too many cells.
 */
export function readDelimited(text: string): string[][] | undefined {
  const body = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const delimiter = delimiterOf(body);
  const rows: string[][] = [];
  let row: string[] = [];
  let cells = 0;
  let at = 0;
  while (at < body.length) {
    const [cell, end] = readCell(body, at, delimiter);
    row.push(cell);
    cells += 1;
    if (cells > mostCells) return undefined;
    if (body[end] !== delimiter) {
      rows.push(row);
      row = [];
    } else if (end + 1 === body.length) row.push('');
    at = end + 1;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** Copied tables have tabs; in files the sign that the first ten lines hold most often is the one. */
function delimiterOf(body: string): string {
  const head = body.split('\n', 10).join('\n');
  if (head.includes('\t')) return '\t';
  return head.split(';').length > head.split(',').length ? ';' : ',';
}

/** One cell from `at`, and where it ends: at a delimiter, a line feed or the end. */
function readCell(body: string, at: number, delimiter: string): [string, number] {
  if (body[at] === '"') {
    let end = at + 1;
    while (end < body.length && (body[end] !== '"' || body[end + 1] === '"'))
      end += body[end] === '"' ? 2 : 1;
    const closes = body[end + 1];
    const isWhole = body[end] === '"' && (closes === undefined || closes === delimiter || closes === '\n');
    if (isWhole) return [body.slice(at + 1, end).replaceAll('""', '"'), end + 1];
  }
  let end = at;
  while (end < body.length && body[end] !== delimiter && body[end] !== '\n') end += 1;
  return [body.slice(at, end), end];
}

/** Rows as text that `readDelimited` reads back. */
export function writeDelimited(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) =>
      row
        .map((cell) => cell.replaceAll(/[\t\r\n]+/g, ' '))
        .map(quoted)
        .join('\t'),
    )
    .join('\n');
}

function quoted(cell: string): string {
  return cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}
