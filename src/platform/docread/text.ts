import type { Block, Cell, Row, SourceDocument } from './document.ts';
import { layLines } from './lay-lines.ts';
import { ReadingTally } from './reading-tally.ts';
import { Refusal } from './refusal.ts';
import { refuseVastGrid } from './table-draft.ts';
import { decodeText } from './text-encoding.ts';
import { spacedBlocks } from './text-layout.ts';
import { linesOf } from './text-lines.ts';
import { withoutMarkup } from './text-markup.ts';

/** Reads a plain text file: see `readPlainText`. Refuses (`not-text`) bytes of no known encoding. */
export function readText(bytes: Uint8Array): SourceDocument {
  return readPlainText(decodeText(bytes));
}

/**
 * Reads plain text: one line is one paragraph, neighbouring lines with TABs, or with pipes as Markdown has them, are
 * one table. A blank line ends a table, since that is where text taken from PDF or Word turns the page.
 *
 * Text without either whose tables or masthead are laid out by spaces gives the same blocks, its wrapped lines joined;
 * its lines are then its paragraphs and rows: see `spacedBlocks`.
 *
 * Refuses with `empty` or `too-long`.
 */
export function readPlainText(text: string): SourceDocument {
  if (text.trim() === '') throw new Refusal('empty');
  const tally = new ReadingTally();
  tally.tallyText(text);
  const composed = text.normalize('NFC');
  const lines = linesOf(composed);
  const spaced = hasMarkedColumns(lines) ? undefined : spacedBlocks(composed, new ReadingTally());
  if (spaced) return layLines('txt', spaced);
  return {
    format: 'txt',
    lines: lines.map((line) => line.replaceAll('\n', ' ')),
    blocks: blocksOf(lines, tally),
  };
}

/** True where TABs or pipes part cells, so that spaces part none. */
function hasMarkedColumns(lines: readonly string[]): boolean {
  return lines.some(
    (line) => (line.includes('\t') && cellsOf(line, false) !== undefined) || isPipeRule(line),
  );
}

function blocksOf(lines: readonly string[], tally: ReadingTally): Block[] {
  const blocks: Block[] = [];
  let rows: Row[] = [];
  let isInPipes = false;
  const endTable = (): void => {
    const first = rows[0];
    if (first) {
      const width = rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0);
      refuseVastGrid(rows.length, width);
      blocks.push({ kind: 'table', line: first.line, rows, width });
    }
    rows = [];
  };
  for (const [index, line] of lines.entries()) {
    isInPipes = line.includes('|') && (isInPipes || isPipeRule(lines[index + 1] ?? ''));
    const cells = cellsOf(line, isInPipes);
    if (cells) {
      for (const _ of cells) tally.tallyCell();
      if (!isPipeRule(line)) rows.push({ line: index + 1, cells: cells.map(toCell) });
      continue;
    }
    endTable();
    const paragraph = withoutMarkup(line);
    if (paragraph.text !== '') blocks.push({ kind: 'paragraph', line: index + 1, ...paragraph });
  }
  endTable();
  return blocks;
}

const NUMBER_LABEL = /^(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLC]{1,6}|[a-zđ])[.)]?$|^[-+•–*]$/u;

/** The cells of a table line; undefined for a paragraph, indented or with a tab after its number. */
function cellsOf(line: string, isInPipes: boolean): readonly string[] | undefined {
  const bare = line.trim();
  const isFramed = bare.startsWith('|') && bare.endsWith('|') && bare.length > 2;
  if (isFramed || isInPipes) {
    const inner = bare.replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
    return inner.split(/(?<!\\)\|/).map((part) => part.replaceAll('\\|', '|'));
  }
  if (!line.includes('\t')) return undefined;
  const parts = line.split('\t');
  const filled = parts.filter((part) => part.trim() !== '');
  if (filled.length === 0) return undefined;
  if (parts.length === 2 && (filled.length === 1 || NUMBER_LABEL.test(parts[0]?.trim() ?? '')))
    return undefined;
  return parts;
}

function toCell(part: string, column: number): Cell {
  const { text, bold } = withoutMarkup(part);
  return { text, column, columnSpan: 1, continuesAbove: false, ...(bold ? { bold } : {}) };
}

function isPipeRule(line: string): boolean {
  return line.includes('|') && line.includes('-') && /^[\s|:-]+$/.test(line);
}
