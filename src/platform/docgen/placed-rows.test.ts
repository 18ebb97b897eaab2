import { describe, expect, it } from 'vitest';
import type { PaperCell, PaperTable } from './paper.ts';
import { cellAlign, placedRows } from './placed-rows.ts';

function table(...rows: PaperCell[][]): PaperTable {
  return {
    kind: 'table',
    caption: '',
    columns: [{ share: 1, align: 'center' }, { share: 1 }, { share: 1 }],
    headerRows: 0,
    rows: rows.map((cells) => ({ cells })),
  };
}

const cell = (columnSpan = 1, rowSpan = 1): PaperCell => ({ words: '', columnSpan, rowSpan });
const columns = (...rows: PaperCell[][]): number[][] =>
  placedRows(table(...rows)).map((row) => row.map(({ column }) => column));

describe('cells of a table in their columns', () => {
  it('stand side by side, wide ones taking more room', () => {
    expect(columns([cell(), cell(), cell()], [cell(2), cell()])).toEqual([
      [0, 1, 2],
      [0, 2],
    ]);
  });

  it('make room for cells that reach down', () => {
    expect(columns([cell(), cell(1, 3), cell()], [cell(), cell()], [cell(), cell()])).toEqual([
      [0, 1, 2],
      [0, 2],
      [0, 2],
    ]);
    expect(columns([cell(2, 2), cell()], [cell()], [cell(), cell(), cell()])).toEqual([
      [0, 2],
      [2],
      [0, 1, 2],
    ]);
  });

  it('stand as their column does unless they say otherwise', () => {
    const rows = table(
      [cell(), cell()],
      [
        { words: '', align: 'left' },
        { words: '', align: 'center' },
      ],
    );
    expect(placedRows(rows).map((row) => row.map((placed) => cellAlign(rows, placed)))).toEqual([
      ['center', 'left'],
      ['left', 'center'],
    ]);
  });
});
