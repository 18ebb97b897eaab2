import type { Block, Cell, Row, SourceDocument, Table } from '#platform/docread/document.ts';
import { hangs } from './cut-ends.ts';
import { toGrid } from './grid.ts';
import { readHeader } from './header.ts';
import { oneLine, startsMidSentence } from './letters.ts';
import type { Repair } from './plan-reading.ts';

const FEWEST_COLUMNS = 4;
const MOST_WHOLE = 0.7;
const ROW_LABEL = /^(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLC]{1,6}|[A-Ha-zđ])[.)]?$/u;

interface Joined {
  table: Table;
  /** How many blocks of the run went into it. */
  used: number;
}

interface PrintedRow {
  line: number;
  /** The lines of the source that it takes, as printed. */
  printed: string[];
  cells: string[];
}

/**
 * Joins the rows of a text table whose cells hold line ends, so that one row stands on several lines of the source.
 *
 * The header tells how many cells a row has; a line that goes on where the row above is short of cells is its rest. A
 * table in which most rows would still be short is left as it is: there the trailing blanks were cut. `printed` are
 * the blocks of the source that are to be read.
 */
export function joinBrokenCells(
  source: SourceDocument,
  printed: readonly Block[],
  repairs: Repair[],
): readonly Block[] {
  if (source.format !== 'txt') return printed;
  const blocks: Block[] = [];
  for (let at = 0; at < printed.length; at++) {
    const block = printed[at];
    if (!block) break;
    const run = runFrom(printed, at);
    const joined =
      block.kind === 'table' && run.length > 1 ? joinRun(block, run, source.lines, repairs) : undefined;
    blocks.push(joined?.table ?? block);
    if (joined) at += joined.used - 1;
  }
  return blocks;
}

/** The blocks from one on that no blank line parts. */
function runFrom(blocks: readonly Block[], at: number): Block[] {
  const run: Block[] = [];
  for (const block of blocks.slice(at)) {
    const above = run.at(-1);
    if (above && block.line !== lastLine(above) + 1) break;
    run.push(block);
  }
  return run;
}

function lastLine(block: Block): number {
  return block.kind === 'table' ? (block.rows.at(-1)?.line ?? block.line) : block.line;
}

function joinRun(
  top: Table,
  run: readonly Block[],
  lines: readonly string[],
  repairs: Repair[],
): Joined | undefined {
  const header = readHeader(toGrid(top));
  const width = top.rows[0]?.cells.length ?? 0;
  if (!header || width < FEWEST_COLUMNS) return undefined;
  const numbered = header.columns[0]?.role === 'seq';
  const rows: PrintedRow[] = [];
  const known = new Map(run.flatMap((block) => (block.kind === 'table' ? block.rows : [])).map(cellTexts));
  let used = run.length;
  let end = lastLine(run.at(-1) ?? top);
  for (let line = top.line + header.height; line <= end; line++) {
    const cells = known.get(line) ?? (lines[line - 1] ?? '').split('\t');
    const above = rows.at(-1);
    if (above && goesOn(cells, above.cells, width, numbered)) {
      const place = above.cells.length < width ? above.cells.length - 1 : brokenPlace(above.cells);
      above.cells[place] = oneLine(`${above.cells[place]} ${cells[0]}`);
      above.cells.push(...cells.slice(1));
      above.printed.push(oneLine(cells.join(' ')));
    } else if (cells.length === 1) {
      used = run.findIndex((block) => block.line === line);
      end = line - 1;
    } else rows.push({ line, printed: [oneLine(cells.join(' '))], cells: [...cells] });
  }
  const whole = rows.filter((row) => row.cells.length === width).length;
  if (whole < rows.length * MOST_WHOLE) return undefined;
  for (const row of rows.filter(({ printed }) => printed.length > 1)) repairs.push(joinRepair(row));
  const joined = [...top.rows.slice(0, header.height), ...rows.map(toRow)];
  return { table: { ...top, width, rows: joined }, used };
}

/** True when a line holds the rest of the row above: the row is short of cells, or its last cell breaks off. */
function goesOn(
  cells: readonly string[],
  above: readonly string[],
  width: number,
  numbered: boolean,
): boolean {
  const first = cells[0]?.trim() ?? '';
  if (numbered && cells.length > 1 && ROW_LABEL.test(first)) return false;
  if (above.length === width) return cells.length === 1 && startsMidSentence(first);
  return above.length + cells.length - 1 <= width;
}

/** The cell of a whole row that a lone line below it goes on: one that breaks off, or else the last. */
function brokenPlace(cells: readonly string[]): number {
  const hanging = cells.findIndex((text) => hangs(text));
  return hanging < 0 ? cells.length - 1 : hanging;
}

function toRow({ line, cells }: PrintedRow): Row {
  return {
    line,
    cells: cells.map(
      (text, column): Cell => ({ text: text.trim(), column, columnSpan: 1, continuesAbove: false }),
    ),
  };
}

function cellTexts(row: Row): [number, string[]] {
  return [row.line, row.cells.map((cell) => cell.text)];
}

function joinRepair({ line, printed, cells }: PrintedRow): Repair {
  return {
    where: 'PL',
    kind: 'split-row',
    damage: printed.join(' / '),
    repair: cells.join(' | '),
    line: printed.map((_, index) => line + index),
  };
}
