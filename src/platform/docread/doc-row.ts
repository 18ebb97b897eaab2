import type { ByteView } from './byte-view.ts';
import type { Sprm } from './doc-sprms.ts';

/** How a cell joins with others. */
export interface CellLayout {
  continuesAbove: boolean;
  continuesLeft: boolean;
}

/** How a row of an old Word file is laid: where its cells begin and end, and how they are merged. */
export interface RowLayout {
  /** Distances of the edges of cells from the margin, one more than cells; in twentieths of a point. */
  readonly edges: readonly number[];
  readonly cells: readonly CellLayout[];
  readonly isHeader: boolean;
}

const CELL_SIZE = 20;
/** One more than Word allows. */
const MOST_CELLS = 64;

/** Reads the layout of a row from the changes at its end; undefined where none defines it. */
export function readRowLayout(sprms: readonly Sprm[]): RowLayout | undefined {
  let row: { edges: number[]; cells: CellLayout[] } | undefined;
  let isHeader = false;
  for (const { code, value } of sprms) {
    switch (code) {
      case 0xd608:
        row = readDefinition(value);
        break;
      case 0xd62b:
        setCells(row?.cells, value.u8(0), value.u8(0) + 1, 'continuesAbove', value.u8(1) === 1);
        break;
      case 0x5624:
        setCells(row?.cells, value.u8(0) + 1, value.u8(1), 'continuesLeft', true);
        break;
      case 0x5625:
        setCells(row?.cells, value.u8(0), value.u8(1), 'continuesLeft', false);
        break;
      case 0x3404:
        isHeader = value.u8(0) !== 0;
        break;
    }
  }
  return row && { ...row, isHeader };
}

function readDefinition(value: ByteView): { edges: number[]; cells: CellLayout[] } {
  const count = Math.min(MOST_CELLS, value.u8(0));
  const edges = Array.from({ length: count + 1 }, (_, index) => value.i16(1 + index * 2));
  const first = 1 + (count + 1) * 2;
  const cells = Array.from({ length: count }, (_, index) => {
    const at = first + index * CELL_SIZE;
    // Cells at the end may go without a description.
    const flags = at + 2 <= value.length ? value.u16(at) : 0;
    return { continuesLeft: (flags & 3) === 1, continuesAbove: ((flags >> 5) & 3) === 1 };
  });
  return { edges, cells };
}

function setCells(
  cells: CellLayout[] | undefined,
  from: number,
  to: number,
  property: keyof CellLayout,
  value: boolean,
): void {
  for (const cell of cells?.slice(from, to) ?? []) cell[property] = value;
}
