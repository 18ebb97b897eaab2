import type { PrintedLine } from './pdf-lines.ts';

/** The lines of one page that stand outside tables, and its height. */
export interface PageLines {
  readonly height: number;
  readonly lines: readonly PrintedLine[];
}

const MARGIN = 0.12;
const SAME_HEIGHT = 3;
const FEWEST_PAGES = 3;
const SHARE_OF_PAGES = 0.5;
const PAGE_NUMBER = /^(?:trang|page)?\s*[-–—(|]*\s*\d{1,4}\s*[-–—)|]*(?:\s*(?:\/|trên|of)\s*\d{1,4})?$/iu;

/** The lines that the program set on each page by itself: page numbers, running headers and footers. */
export function runningLines(pages: readonly PageLines[]): ReadonlySet<PrintedLine> {
  const running = new Set<PrintedLine>();
  const marginal = pages.map(({ height, lines }) =>
    lines.filter(({ baseline }) => baseline < MARGIN * height || baseline > (1 - MARGIN) * height),
  );
  for (const [index, lines] of marginal.entries()) {
    for (const line of lines) {
      if (isOutermost(line, pages[index]?.lines ?? []) && isPageNumber(line.text)) running.add(line);
    }
  }
  for (const lines of repeatedLines(marginal)) {
    if (lines.length >= Math.max(FEWEST_PAGES, SHARE_OF_PAGES * pages.length))
      for (const line of lines) running.add(line);
  }
  return running;
}

/** A sign or two at the edge of a page is its number misread. */
function isPageNumber(text: string): boolean {
  return text.length <= 2 || PAGE_NUMBER.test(text);
}

function isOutermost(line: PrintedLine, lines: readonly PrintedLine[]): boolean {
  return (
    lines.every(({ baseline }) => baseline >= line.baseline) ||
    lines.every(({ baseline }) => baseline <= line.baseline)
  );
}

/** Lines of the same words, numbers aside, at the same height of their pages. */
function repeatedLines(pages: readonly (readonly PrintedLine[])[]): Iterable<PrintedLine[]> {
  const groups = new Map<string, PrintedLine[]>();
  for (const line of pages.flat()) {
    const key = `${Math.round(line.baseline / SAME_HEIGHT)} ${line.text.replace(/\d+/g, '#')}`;
    const group = groups.get(key) ?? [];
    group.push(line);
    groups.set(key, group);
  }
  return groups.values();
}
