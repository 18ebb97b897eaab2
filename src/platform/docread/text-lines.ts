import { MAX_LINE_CHARACTERS, MAX_PARAGRAPHS } from './limits.ts';
import { Refusal } from './refusal.ts';

/** A cell of a person's making has fewer lines; behind an unpaired quotation mark nobody need look further. */
const MOST_LINES_OF_CELL = 60;

/**
 * The lines of a text. Where a spreadsheet put a cell of several lines into quotation marks, those lines are one, and
 * the line ends inside the cell stay as line feeds. Refuses (`too-long`) more or longer lines than people write.
 */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|[\n\r\f\u2028\u2029]/);
  if (lines.length > MAX_PARAGRAPHS) throw new Refusal('too-long');
  if (lines.some((line) => line.length > MAX_LINE_CHARACTERS)) throw new Refusal('too-long');
  const whole: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const row = /(?:^|\t)"/.test(lines[index] ?? '') ? quotedRow(lines, index) : undefined;
    whole.push(row?.cells.join('\t') ?? lines[index] ?? '');
    index = row?.last ?? index;
  }
  return whole;
}

interface QuotedRow {
  readonly cells: readonly string[];
  /** Index of the last line that it takes. */
  readonly last: number;
}

/**
 * The row that begins at a line, quotation marks taken off; undefined where it is no row or no mark had to be there,
 * for then somebody wrote the marks.
 */
function quotedRow(lines: readonly string[], first: number): QuotedRow | undefined {
  const cells: string[] = [];
  let isNeeded = false;
  let last = first;
  let line = lines[first] ?? '';
  for (let at = 0; at <= line.length; ) {
    if (line[at] !== '"') {
      const tab = line.indexOf('\t', at);
      const end = tab === -1 ? line.length : tab;
      cells.push(line.slice(at, end));
      at = end + 1;
      continue;
    }
    let cell = '';
    at++;
    for (;;) {
      const mark = line.indexOf('"', at);
      cell += line.slice(at, mark === -1 ? line.length : mark);
      if (mark === -1) {
        const next = lines[++last];
        if (next === undefined || last - first >= MOST_LINES_OF_CELL) return undefined;
        cell += '\n';
        line = next;
        at = 0;
        isNeeded = true;
      } else if (line[mark + 1] === '"') {
        cell += '"';
        at = mark + 2;
        isNeeded = true;
      } else {
        at = mark + 1;
        break;
      }
    }
    if (at < line.length && line[at] !== '\t') return undefined;
    cells.push(cell);
    at++;
  }
  return isNeeded && cells.length > 1 ? { cells, last } : undefined;
}
