import type { ByteView } from './byte-view.ts';
import type { Extent } from './doc-fib.ts';
import { readSprms, type Sprm } from './doc-sprms.ts';
import { lastBegun } from './doc-text.ts';
import { MAX_RUNS } from './limits.ts';
import { Refusal } from './refusal.ts';

/** A stretch of the main stream whose paragraph or characters share their properties; the end excluded. */
export interface Run {
  readonly from: number;
  readonly to: number;
  /** Number of the paragraph's style; 0 for characters. */
  readonly style: number;
  /** Reads what it changes. */
  readonly sprms: () => readonly Sprm[];
}

const PAGE_SIZE = 512;
/** A page of paragraphs keeps a byte of offset and twelve of layout for each. */
const PARAGRAPH_ENTRY = 13;

type RunKind = 'paragraph' | 'character';

/** Reads the runs of one kind, in the order of the main stream, from the pages that the table stream lists. */
export function readRuns(kind: RunKind, main: ByteView, table: ByteView, extent: Extent): readonly Run[] {
  const list = table.part(extent.from, extent.from + extent.size);
  const count = Math.max(0, Math.floor((list.length - 4) / 8));
  const pages = new Set<number>();
  for (let index = 0; index < count; index++) pages.add(list.u32((count + 1) * 4 + index * 4) & 0x3fffff);
  const runs: Run[] = [];
  for (const number of pages) {
    const page = main.part(number * PAGE_SIZE, (number + 1) * PAGE_SIZE);
    for (const run of readPage(kind, page)) runs.push(run);
    if (runs.length > MAX_RUNS) throw new Refusal('too-long');
  }
  return withoutOverlaps(runs);
}

/** No text has two properties of one kind; where a file says so, what begins first counts. */
function withoutOverlaps(runs: readonly Run[]): readonly Run[] {
  let end = 0;
  return runs
    .toSorted((a, b) => a.from - b.from)
    .filter(({ from, to }) => {
      const isFree = from >= end && to > from;
      if (isFree) end = to;
      return isFree;
    });
}

/** The run at a place of the main stream. */
export function runAt(runs: readonly Run[], place: number): Run | undefined {
  const run = runs[lastBegun(runs, place)];
  return run !== undefined && place < run.to ? run : undefined;
}

function readPage(kind: RunKind, page: ByteView): Run[] {
  const count = page.u8(PAGE_SIZE - 1);
  const entries = (count + 1) * 4;
  const entrySize = kind === 'paragraph' ? PARAGRAPH_ENTRY : 1;
  return Array.from({ length: count }, (_, index) => {
    const at = page.u8(entries + index * entrySize) * 2;
    const stretch = { from: page.u32(index * 4), to: page.u32((index + 1) * 4) };
    if (at === 0) return { ...stretch, style: 0, sprms: () => [] };
    if (kind === 'character')
      return { ...stretch, style: 0, sprms: () => changes(page, at + 1, page.u8(at)) };
    // Counted in words, less one byte; or, behind a zero, in words.
    const isLong = page.u8(at) === 0;
    const start = isLong ? at + 2 : at + 1;
    const size = isLong ? page.u8(at + 1) * 2 : page.u8(at) * 2 - 1;
    return { ...stretch, style: page.u16(start), sprms: () => changes(page, start + 2, size - 2) };
  });
}

function changes(page: ByteView, from: number, size: number): readonly Sprm[] {
  return readSprms(page.part(from, Math.min(page.length, from + Math.max(0, size))));
}
