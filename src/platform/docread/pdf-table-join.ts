import type { Cell } from './document.ts';
import type { LooseRow, LooseTable } from './loose-blocks.ts';
import { ColumnMeasures } from './pdf-column-measures.ts';
import { cellText, hadRoom, type Measure } from './pdf-paragraphs.ts';
import type { PartCell, PartRow, TablePart } from './pdf-tables.ts';
import type { ReadingTally } from './reading-tally.ts';

const SAME_EDGE = 5;
const SHARED_COLUMNS = 0.6;
const HIGHEST_HEADER = 4;
/** Recognised letters differ from page to page; below a title the rows of a header must be the very same. */
const MOST_WORDS = 0.7;
const ALL_WORDS = 1;
const LONGEST_NUMBER = 8;

/** True when the second part goes on with the table of the first: on the next page, between the same lines. */
export function continuesTable(above: TablePart, below: TablePart): boolean {
  if (below.page !== above.page + 1) return false;
  const near = (mark: number): boolean => above.xs.some((other) => Math.abs(other - mark) <= SAME_EDGE);
  const shared = below.xs.filter(near).length;
  const edges = [below.xs[0], below.xs.at(-1)];
  return (
    edges.every((edge) => edge !== undefined && near(edge)) &&
    shared >= SHARED_COLUMNS * Math.max(above.xs.length, below.xs.length)
  );
}

/** One table of its parts on one page or on many: repeated headers left out, rows that a page cut joined again. */
export function joinParts(parts: readonly TablePart[], tally: ReadingTally): LooseTable {
  const xs = distinct(parts.flatMap((part) => part.xs));
  const placed = parts.map((part) =>
    part.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => onColumns(cell, xs)) })),
  );
  const measures = new ColumnMeasures(
    placed.flat(),
    parts.every((part) => part.gutters === undefined),
  );
  const rows: PartRow[] = [];
  for (const onPage of placed) {
    const fresh = rows.length === 0 ? onPage : withoutHeader(onPage, rows);
    for (const [index, row] of fresh.entries()) {
      if (index === 0 && rows.length > 0 && takesUp(rows, row, measures)) continue;
      rows.push(row);
    }
  }
  const laid = rows.map((row): LooseRow => {
    const cells = row.cells.map((cell): Cell => {
      tally.tallyCell();
      const text = cellText(cell.lines, measures.of(cell));
      tally.tallyText(text);
      const { column, columnSpan, continuesAbove, lines } = cell;
      const isBold = lines.length > 0 && lines.every((line) => line.bold);
      return { text, column, columnSpan, continuesAbove, ...(isBold ? { bold: true } : {}) };
    });
    return { cells, header: false };
  });
  return { kind: 'table', rows: laid, width: xs.length - 1 };
}

function distinct(marks: readonly number[]): number[] {
  const kept: number[] = [];
  for (const mark of marks.toSorted((a, b) => a - b)) {
    if (mark - (kept.at(-1) ?? -Infinity) > SAME_EDGE) kept.push(mark);
  }
  return kept;
}

/** Pages rule only the columns that they use, so a cell of one page may span columns of another. */
function onColumns(cell: PartCell, xs: readonly number[]): PartCell {
  const nearest = (mark: number): number =>
    xs.reduce((best, x, index) => (Math.abs(x - mark) < Math.abs((xs[best] ?? 0) - mark) ? index : best), 0);
  const column = nearest(cell.left);
  return { ...cell, column, columnSpan: Math.max(1, nearest(cell.right) - column) };
}

function withoutHeader(rows: readonly PartRow[], above: readonly PartRow[]): readonly PartRow[] {
  let height = 0;
  while (
    height < HIGHEST_HEADER &&
    height < rows.length &&
    sameText(rows[height], above[height], height === 0 ? MOST_WORDS : ALL_WORDS)
  )
    height++;
  return rows.slice(height);
}

/** True for rows that have at least this share of their words in common, in the same cells. */
function sameText(row: PartRow | undefined, other: PartRow | undefined, share: number): boolean {
  const words = ({ cells }: PartRow): string[] =>
    cells.flatMap(({ column, lines }) =>
      lines.flatMap((line) => line.words.map(({ text }) => `${column} ${text}`)),
    );
  if (!row || !other) return false;
  const [mine, theirs] = [words(row), new Set(words(other))];
  const shared = mine.filter((word) => theirs.has(word)).length;
  return shared > 0 && shared >= share * Math.max(mine.length, theirs.size);
}

function isFilled({ lines }: PartCell): boolean {
  return lines.length > 0;
}

/**
 * Gives what stands in the first row of a page back to the row that the page cut; true when nothing else was in it.
 *
 * A row with a number of its own is a row. Without one it is the rest of the row above when its cells go on where the
 * cells above broke off at the foot of the page.
 */
function takesUp(rows: readonly PartRow[], row: PartRow, measures: ColumnMeasures): boolean {
  const filled = row.cells.filter(isFilled);
  const pairs = filled.map((cell) => ({ cell, above: cellAbove(rows, cell) }));
  const first = filled[0];
  const isNumbered =
    first?.column === 0 && first.lines.map(({ text }) => text).join('').length < LONGEST_NUMBER;
  const flowing = pairs.filter(
    ({ cell, above }) => above !== undefined && flowsOn(above, cell, measures.of(above)),
  );
  const isCut =
    !isNumbered &&
    pairs.every(({ above }) => above && isFilled(above)) &&
    flowing.length * 2 >= pairs.length &&
    (pairs.length === 1 || flowing.some(({ cell, above }) => above && isMidSentence(above, cell)));
  for (const { cell, above } of isCut ? pairs : flowing) {
    if (!above || (!isCut && (above.rowSpan === 1 || !isMidSentence(above, cell)))) continue;
    above.lines.push(...cell.lines);
    cell.lines = [];
  }
  if (!isCut) shareMerged(rows, row);
  return isCut;
}

/** The cell that covers the same columns in the last row, where a merged cell begins. */
function cellAbove(rows: readonly PartRow[], { column, columnSpan }: PartCell): PartCell | undefined {
  for (const row of rows.toReversed()) {
    const cell = row.cells.find((other) => other.column === column && other.columnSpan === columnSpan);
    if (!cell?.continuesAbove) return cell;
  }
  return undefined;
}

/** True when the text of the cell broke off at the foot of its page, in the middle of a line of thought. */
function flowsOn(above: PartCell, below: PartCell, measure: Measure): boolean {
  const [last, next] = [above.lines.at(-1), below.lines[0]];
  return last !== undefined && next !== undefined && !hadRoom(last, next, measure);
}

/** True where the words alone show that the text goes on: a small letter begins it, or a sign that ends none came before. */
function isMidSentence(above: PartCell, below: PartCell): boolean {
  return (
    /[-–,/(]$/u.test(above.lines.at(-1)?.text ?? '') || /^[\p{Ll},;.)]/u.test(below.lines[0]?.text ?? '')
  );
}

/** An empty cell on a new page belongs to the merged cell above, where one reaches the foot of the page. */
function shareMerged(rows: readonly PartRow[], row: PartRow): void {
  for (const [index, cell] of row.cells.entries()) {
    const above = cellAbove(rows, cell);
    if (isFilled(cell) || cell.column === 0 || !above) continue;
    if (above.rowSpan > 1 || cell.rowSpan > 1) row.cells[index] = { ...cell, continuesAbove: true };
  }
}
