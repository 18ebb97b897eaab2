import type { Block, Row, SourceDocument } from '#platform/docread/document.ts';
import { readColumn } from './column-role.ts';

const FEWEST_COLUMNS = 4;
const FEWEST_KNOWN = 3;

interface Segment {
  text: string;
  at: number;
}

/**
 * Puts lists back on their grid that are set with spaces, as text taken off a page keeps its columns: the titles of
 * the header tell where each column begins.
 */
export function gatherSpacedTables(source: SourceDocument): readonly Block[] {
  if (source.format !== 'txt') return source.blocks;
  const blocks: Block[] = [];
  let starts: number[] = [];
  let rows: Row[] = [];
  const close = (): void => {
    const [first] = rows;
    if (first) blocks.push({ kind: 'table', line: first.line, rows, width: starts.length });
    rows = [];
  };
  let above = 0;
  for (const block of source.blocks) {
    const segments = block.kind === 'paragraph' ? segmentsOf(source.lines[block.line - 1] ?? '') : [];
    const header = headerStarts(segments);
    if (header) {
      close();
      starts = header;
    } else if (rows.length > 0 && (block.line !== above + 1 || !isRow(segments, starts))) close();
    above = block.line;
    if (header || rows.length > 0) rows.push(toRow(block.line, segments, starts));
    else blocks.push(block);
  }
  close();
  return blocks;
}

/** The pieces of a line that stand apart, a number or code in front of its own. */
function segmentsOf(line: string): Segment[] {
  return [...line.matchAll(/^(?:[IVX]{1,5}|\d{1,3})(?= \p{Lu})|\S+(?: \S+)*/gu)].map((match) => ({
    text: match[0],
    at: match.index,
  }));
}

/** Where the columns begin, when a line is a header whose titles stand wide apart. */
function headerStarts(segments: readonly Segment[]): number[] | undefined {
  if (segments.length < FEWEST_COLUMNS) return undefined;
  const roles = new Set(segments.map(({ text }) => readColumn([text]).role));
  const known = [...roles].filter((role) => role !== 'other' && role !== 'unit');
  return roles.has('seq') && known.length >= FEWEST_KNOWN ? segments.map(({ at }) => at) : undefined;
}

/** True for a line of the list: several cells, the rest of one, or a section's code with its title. */
function isRow(segments: readonly Segment[], starts: readonly number[]): boolean {
  const [first] = segments;
  return (
    first !== undefined &&
    (segments.length > 1 || starts.slice(1).some((start) => Math.abs(start - first.at) <= 1))
  );
}

function toRow(line: number, segments: readonly Segment[], starts: readonly number[]): Row {
  const texts = starts.map(() => '');
  for (const { text, at } of segments) {
    const column = Math.max(
      0,
      starts.findLastIndex((start) => start <= at + 1),
    );
    texts[column] = `${texts[column]} ${text}`.trim();
  }
  return {
    line,
    cells: texts.map((text, column) => ({ text, column, columnSpan: 1, continuesAbove: false })),
  };
}
