import {
  AlignmentType,
  type ITableCellOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { type PaperCell, type PaperRow, type PaperTable, plainWords } from './paper.ts';
import { twips } from './word-measure.ts';
import { wordRuns } from './word-paragraph.ts';
import { styleId } from './word-styles.ts';

/** A row stays whole on a page unless a cell of it is longer than this: it would leave half a page empty. */
const LONGEST_WHOLE_CELL = 1_200;
const PADDING = { left: 70, right: 70, top: 30, bottom: 30 } as const;

/** A table over the whole width, its header repeated on each page. */
export function wordTable(table: PaperTable, roomMm: number): Table {
  const widths = columnWidths(table, roomMm);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(roomMm), type: WidthType.DXA },
    columnWidths: widths,
    margins: { ...PADDING, marginUnitType: WidthType.DXA },
    rows: rowsOf(table).map(({ row, columns }, index) => wordRow(row, columns, table, index, widths)),
  });
}

function columnWidths(table: PaperTable, roomMm: number): number[] {
  const whole = table.columns.reduce((sum, column) => sum + column.share, 0);
  return table.columns.map((column) => twips((column.share / whole) * roomMm));
}

interface PlacedRow {
  readonly row: PaperRow;
  /** The column in which each cell begins. */
  readonly columns: readonly number[];
}

/** The rows with the place of each cell, which cells that reach down from above push to the right. */
function rowsOf(table: PaperTable): PlacedRow[] {
  const busyUntil = table.columns.map(() => 0);
  return table.rows.map((row, index) => {
    let column = 0;
    const columns = row.cells.map((cell) => {
      while ((busyUntil[column] ?? 0) > index) column += 1;
      const begins = column;
      column += cell.columnSpan ?? 1;
      busyUntil.fill(index + (cell.rowSpan ?? 1), begins, column);
      return begins;
    });
    return { row, columns };
  });
}

function wordRow(
  row: PaperRow,
  columns: readonly number[],
  table: PaperTable,
  index: number,
  widths: readonly number[],
): TableRow {
  const isHeader = index < table.headerRows;
  const longest = Math.max(0, ...row.cells.map((cell) => plainWords(cell.words).length));
  return new TableRow({
    tableHeader: isHeader,
    cantSplit: isHeader || longest <= LONGEST_WHOLE_CELL,
    children: row.cells.map((cell, place) => wordCell(cell, columns[place] ?? 0, table, isHeader, widths)),
  });
}

function wordCell(
  cell: PaperCell,
  column: number,
  table: PaperTable,
  isHeader: boolean,
  widths: readonly number[],
): TableCell {
  const centred = isHeader || (cell.align ?? table.columns[column]?.align) === 'center';
  const bold = cell.bold ?? (isHeader ? true : undefined);
  const width = widths.slice(column, column + (cell.columnSpan ?? 1)).reduce((sum, one) => sum + one, 0);
  const options: ITableCellOptions = {
    width: { size: width, type: WidthType.DXA },
    children: [
      new Paragraph({
        style: styleId('table'),
        ...(centred ? { alignment: AlignmentType.CENTER } : {}),
        children: wordRuns(cell.words, bold === undefined ? {} : { bold }),
      }),
    ],
  };
  return new TableCell({
    ...options,
    ...(isHeader ? { verticalAlign: VerticalAlignTable.CENTER } : {}),
    ...(cell.columnSpan === undefined ? {} : { columnSpan: cell.columnSpan }),
    ...(cell.rowSpan === undefined ? {} : { rowSpan: cell.rowSpan }),
  });
}
