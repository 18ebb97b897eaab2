import type { LooseBlock, LooseRow } from './loose-blocks.ts';
import { formatOrdinal } from './ordinal.ts';

const LONGEST_NUMBER = 6;
const FEWEST_TITLES = 2;

/**
 * Sets the Roman numbers of a table's title rows right by counting: "I" alone in its cell is easily recognised as "1",
 * "III" as "HI". Only where most of the titles bear the number that is due to them.
 */
export function countTitles(blocks: readonly LooseBlock[]): LooseBlock[] {
  return blocks.map((block) => {
    if (block.kind !== 'table') return block;
    const titles = block.rows.filter(isTitle);
    const due = new Map(titles.map((row, index) => [row, formatOrdinal(index + 1, 'upperRoman')]));
    const right = titles.filter((row) => numberOf(row) === due.get(row)).length;
    if (titles.length < FEWEST_TITLES || right * 2 < titles.length || right === 0) return block;
    return { ...block, rows: block.rows.map((row) => renumbered(row, due.get(row))) };
  });
}

/** A row of a short number and one text over the other columns. */
function isTitle({ cells }: LooseRow): boolean {
  const [number, title, ...others] = cells;
  return (
    number !== undefined &&
    title !== undefined &&
    others.length === 0 &&
    title.columnSpan > 1 &&
    number.text !== '' &&
    number.text.length <= LONGEST_NUMBER
  );
}

function numberOf({ cells }: LooseRow): string {
  return cells[0]?.text.replace(/[.,)]$/, '') ?? '';
}

function renumbered(row: LooseRow, number: string | undefined): LooseRow {
  const [first, ...others] = row.cells;
  return number === undefined || !first ? row : { ...row, cells: [{ ...first, text: number }, ...others] };
}
