import type { LaidLine } from './text-leaves.ts';
import type { Segment } from './text-segments.ts';

/** What one line holds of the cells of a table. */
export interface CellPiece {
  readonly column: number;
  readonly text: string;
  readonly start: number;
}

/** Parts a line at the columns: where a word begins with one, and at wide gaps. */
export function piecesOf({ segments }: LaidLine, starts: readonly number[], isHeader: boolean): CellPiece[] {
  const pieces: CellPiece[] = [];
  const parts = isHeader ? segments : segments.flatMap((segment) => cutAt(segment, starts));
  for (const part of parts) {
    const column = columnOf(part, starts);
    const last = pieces.at(-1);
    if (last && last.column >= column) {
      pieces[pieces.length - 1] = { ...last, text: `${last.text} ${part.text}` };
    } else pieces.push({ column, text: part.text, start: part.start });
  }
  return pieces;
}

function cutAt(segment: Segment, starts: readonly number[]): Segment[] {
  const { text, start, end } = segment;
  const cut = starts.find((at) => at > start && at < end && text[at - start - 1] === ' ');
  if (cut === undefined) return [segment];
  const behind = { text: text.slice(cut - start), start: cut, end };
  return [{ text: text.slice(0, cut - start - 1), start, end: cut - 1 }, ...cutAt(behind, starts)];
}

/** The column that most of a text stands in. */
function columnOf({ start, end }: Segment, starts: readonly number[]): number {
  let [best, most] = [0, 0];
  for (const [column, from] of starts.entries()) {
    const to = starts[column + 1] ?? Infinity;
    const covered = Math.min(end, to) - Math.max(start, from);
    if (covered > most) [best, most] = [column, covered];
  }
  return best;
}
