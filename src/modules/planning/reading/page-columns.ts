import { emptyCell, type GridCell, type GridRow } from './grid.ts';
import type { Header } from './header.ts';
import { bareWords } from './letters.ts';

/**
 * Puts the rows of a page under the columns of its list, by the header that the page prints again: a page may hold a
 * blank column more, or one less.
 *
 * `rows` begin with that header; they are changed in place. Nothing happens when its titles stand where they stood.
 */
export function alignPage(rows: readonly GridRow[], header: Header): void {
  const places = placesOf(rows[0], header.printed[0] ?? []);
  if (places.every((place, column) => place === column)) return;
  const width = header.columns.length;
  for (const row of rows) {
    if (row.cells.some((cell) => cell.merged || cell.span > 1)) continue;
    const cells: GridCell[] = Array.from({ length: width }, emptyCell);
    for (const [column, cell] of row.cells.entries()) {
      const place = places[column];
      const free = place !== undefined && cells[place]?.text === '' ? place : undefined;
      if (cell.text !== '' && free === undefined) return;
      if (free !== undefined && cell.text !== '') cells[free] = cell;
    }
    row.cells = cells;
  }
}

/** For each column of the page the place of its title in the list; a blank title goes with the one before it. */
function placesOf(top: GridRow | undefined, titles: readonly string[]): (number | undefined)[] {
  const used = new Set<number>();
  let before = -1;
  return (top?.cells ?? []).map((cell) => {
    const text = bareWords(cell.text);
    const place =
      text === ''
        ? titles[before + 1] === ''
          ? before + 1
          : undefined
        : titles.findIndex((title, index) => !used.has(index) && isSame(title, text));
    if (place === undefined || place < 0) return undefined;
    used.add(place);
    before = place;
    return place;
  });
}

function isSame(title: string, text: string): boolean {
  return (
    title === text ||
    (title.length > 5 && text.length > 5 && (title.startsWith(text) || text.startsWith(title)))
  );
}
