import type { AnnexRow } from './annex-rows.ts';
import type { GridCell, GridRow } from './grid.ts';
import type { Repair, RepairKind } from './plan-reading.ts';

const SHOWN_OF_CUT = 40;

/** The place of a row as people name it: "PL.II.3". */
export function placeOf({ section, seq }: Pick<AnnexRow, 'section' | 'seq'>): string {
  return ['PL', section, seq].filter((part) => part !== null).join('.');
}

/** Cells as a person reads a row: the filled ones, a bar between. */
export function inWords(cells: readonly GridCell[]): string {
  return cells.flatMap(({ text }) => (text === '' ? [] : [text.replaceAll('\n', ' ')])).join(' | ');
}

/** Two pieces of a cell that a page had cut, around the cut. */
export function joinRepair(end: string, start: string, row: GridRow, above: AnnexRow): Repair {
  const [left, right] = [end.slice(-SHOWN_OF_CUT), start.slice(0, SHOWN_OF_CUT)];
  return {
    where: placeOf(above),
    kind: 'split-row',
    damage: `${left} / ${right}`,
    repair: `${left} ${right}`,
    line: [...new Set([...above.line, ...row.line])],
  };
}

/** A row whose cells were put elsewhere. */
export function movedRepair(kind: RepairKind, printed: readonly GridCell[], row: GridRow): Repair {
  return {
    where: 'PL',
    kind,
    damage: printed.map(({ text }) => text || '–').join(' | '),
    repair: row.cells.map(({ text }) => text || '–').join(' | '),
    line: [...row.line],
  };
}
