import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { PaperTable } from './paper.ts';
import { cellAlign, isGroupTitle, type PlacedCell, placedRows, staysWhole } from './placed-rows.ts';
import { twips } from './word-measure.ts';
import { wordRuns } from './word-paragraph.ts';
import { styleId } from './word-styles.ts';

const PADDING = { left: 70, right: 70, top: 30, bottom: 30 } as const;

/** A table over the whole width, its header repeated on each page. */
export function wordTable(table: PaperTable, roomMm: number): Table {
  const widths = columnWidths(table, roomMm);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(roomMm), type: WidthType.DXA },
    columnWidths: widths,
    margins: { ...PADDING, marginUnitType: WidthType.DXA },
    rows: placedRows(table).map((row, index) => wordRow(row, table, index < table.headerRows, widths)),
  });
}

function columnWidths(table: PaperTable, roomMm: number): number[] {
  const whole = table.columns.reduce((sum, column) => sum + column.share, 0);
  return table.columns.map((column) => twips((column.share / whole) * roomMm));
}

function wordRow(
  row: readonly PlacedCell[],
  table: PaperTable,
  isHeader: boolean,
  widths: readonly number[],
): TableRow {
  const keepNext = isGroupTitle(table, row);
  return new TableRow({
    tableHeader: isHeader,
    cantSplit: isHeader || staysWhole(row),
    children: row.map((placed) => wordCell(placed, table, { isHeader, keepNext }, widths)),
  });
}

function wordCell(
  placed: PlacedCell,
  table: PaperTable,
  { isHeader, keepNext }: { isHeader: boolean; keepNext: boolean },
  widths: readonly number[],
): TableCell {
  const { cell, column } = placed;
  const centred = isHeader || cellAlign(table, placed) === 'center';
  const bold = cell.bold ?? (isHeader ? true : undefined);
  const width = widths.slice(column, column + (cell.columnSpan ?? 1)).reduce((sum, one) => sum + one, 0);
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: [
      new Paragraph({
        style: styleId('table'),
        keepNext,
        ...(centred ? { alignment: AlignmentType.CENTER } : {}),
        children: wordRuns(cell.words, bold === undefined ? {} : { bold }),
      }),
    ],
    ...(isHeader ? { verticalAlign: VerticalAlignTable.CENTER } : {}),
    ...(cell.columnSpan === undefined ? {} : { columnSpan: cell.columnSpan }),
    ...(cell.rowSpan === undefined ? {} : { rowSpan: cell.rowSpan }),
  });
}
