import type { LooseTable } from './loose-blocks.ts';
import { lineOf, type PrintedLine, segmentsOf } from './pdf-lines.ts';
import type { PageWord } from './pdf-page.ts';
import { isCentred, type Measure } from './pdf-paragraphs.ts';

/** Two texts side by side without any line between them, such as masthead and motto. */
export interface SideBySide {
  readonly kind: 'sides';
  readonly left: readonly PrintedLine[];
  readonly right: readonly PrintedLine[];
}

const GAP = 1.8;
const NARROWEST_GUTTER = 8;
const FARTHEST_TAIL = 2;
const LABEL = /^(?:[-–+•*▪➢]|\d{1,3}(?:\.\d{1,3})*[.)]?|[a-zđ]\)|[IVX]{1,5}\.?)$/u;
const ITEM = /^[-–+•]\s/u;

/** Finds where lines fall into two columns; every other line stays as it is. */
export function parseColumns(lines: readonly PrintedLine[], measure: Measure): (PrintedLine | SideBySide)[] {
  const found: (PrintedLine | SideBySide)[] = [];
  for (let at = 0; at < lines.length; ) {
    const columns = columnsAt(lines, at, measure);
    const line = lines[at];
    if (columns) found.push(columns.sides);
    else if (line) found.push(line);
    at += columns?.height ?? 1;
  }
  return found;
}

function columnsAt(
  lines: readonly PrintedLine[],
  start: number,
  measure: Measure,
): { sides: SideBySide; height: number } | undefined {
  const first = lines[start];
  let gutter = first && widestGap(first);
  if (!first || !gutter) return undefined;
  const left: PrintedLine[] = [];
  const right: PrintedLine[] = [];
  let [paired, height, last] = [0, 0, first];
  for (const line of lines.slice(start)) {
    const split = splitAt(line, gutter);
    if (split.gutter.right - split.gutter.left < NARROWEST_GUTTER) break;
    const { before, behind } = split;
    if (behind.length === 0 && line.baseline - last.baseline > FARTHEST_TAIL * line.size) break;
    if ((before.length === 0 || behind.length === 0) && isCentred(line, measure)) break;
    gutter = split.gutter;
    if (before.length > 0) left.push(lineOf(before, line.page));
    if (behind.length > 0) right.push(lineOf(behind, line.page));
    if (before.length > 0 && behind.length > 0) paired++;
    last = line;
    height++;
  }
  return paired > 0 && height > 1 && right.length > 1
    ? { sides: { kind: 'sides', left, right }, height }
    : undefined;
}

/** The words of a line on either side of the gutter, parted where most of it stays free. */
function splitAt(
  { words }: PrintedLine,
  gutter: Gap,
): { before: readonly PageWord[]; behind: readonly PageWord[]; gutter: Gap } {
  let best = { before: words, behind: [] as readonly PageWord[], gutter: { left: 0, right: -Infinity } };
  for (let count = 0; count <= words.length; count++) {
    const [before, behind] = [words.slice(0, count), words.slice(count)];
    const free = {
      left: Math.max(gutter.left, before.at(-1)?.right ?? -Infinity),
      right: Math.min(gutter.right, behind[0]?.left ?? Infinity),
    };
    if (free.right - free.left > best.gutter.right - best.gutter.left)
      best = { before, behind, gutter: free };
  }
  return best;
}

interface Gap {
  readonly left: number;
  readonly right: number;
}

function widestGap(line: PrintedLine): Gap | undefined {
  const parts = segmentsOf(line, GAP);
  let widest: Gap | undefined;
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1];
    if (!next || (index === 0 && LABEL.test(part.text))) continue;
    if (!widest || next.left - part.right > widest.right - widest.left)
      widest = { left: part.right, right: next.left };
  }
  return widest;
}

/** Two texts side by side as a table of one row, each line a paragraph; wrapped list items are whole. */
export function sidesAsTable({ left, right }: SideBySide): LooseTable {
  const cells = [left, right].map((lines, column) => ({
    text: itemsOf(lines).join('\n'),
    column,
    columnSpan: 1,
    continuesAbove: false,
  }));
  return { kind: 'table', rows: [{ cells, header: false }], width: 2 };
}

function itemsOf(lines: readonly PrintedLine[]): string[] {
  const items: string[] = [];
  for (const { text } of lines) {
    const last = items.at(-1);
    if (last !== undefined && /^\d{1,4}$/.test(text)) {
      // The year of a date, or its last figures, had no room.
      items[items.length - 1] = /\d$/.test(last) ? `${last}${text}` : `${last} ${text}`;
      continue;
    }
    const goesOn = last !== undefined && (/^\p{Ll}/u.test(text) || (ITEM.test(last) && !/[;.]$/.test(last)));
    if (goesOn && !ITEM.test(text)) items[items.length - 1] = `${last} ${text}`;
    else items.push(text);
  }
  return items;
}
