import type { Block, Cell, Row, SourceDocument } from './document.ts';
import { Refusal } from './refusal.ts';
import { withoutMarkup } from './text-markup.ts';

export const MAX_TEXT_BYTES = 5 * 1024 * 1024;
export const MAX_TEXT_LINES = 60_000;
export const MAX_LINE_CHARACTERS = 20_000;
export const MAX_CELLS = 200_000;

/**
 * Reads a plain text file: one line is one paragraph, neighbouring lines with TABs (or pipes) are one table.
 *
 * UTF-8 (with or without byte order mark) and UTF-16 with one. A blank line ends a table, since that is where text
 * taken from PDF or Word turns the page. Refuses with `empty`, `not-text`, `too-large` or `too-long`.
 */
export function readText(bytes: Uint8Array): SourceDocument {
  if (bytes.length > MAX_TEXT_BYTES) throw new Refusal('too-large');
  const text = decode(bytes).normalize('NFC');
  if (text.trim() === '') throw new Refusal('empty');
  const lines = splitLines(text);
  return { format: 'txt', lines, blocks: blocksOf(lines) };
}

function decode(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Refusal('not-text', cause);
  }
  if (text.includes('\0')) throw new Refusal('not-text');
  return text;
}

function splitLines(text: string): string[] {
  const lines = text.split(/\r\n|[\n\r\f\u2028\u2029]/);
  if (lines.length > MAX_TEXT_LINES) throw new Refusal('too-long');
  if (lines.some((line) => line.length > MAX_LINE_CHARACTERS)) throw new Refusal('too-long');
  return lines;
}

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let rows: Row[] = [];
  let cellCount = 0;
  const endTable = (): void => {
    const first = rows[0];
    if (first) {
      const width = rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0);
      blocks.push({ kind: 'table', line: first.line, rows, width });
    }
    rows = [];
  };
  for (const [index, line] of lines.entries()) {
    const cells = cellsOf(line);
    if (cells) {
      cellCount += cells.length;
      if (cellCount > MAX_CELLS) throw new Refusal('too-long');
      if (!isPipeRule(line)) rows.push({ line: index + 1, cells });
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
function cellsOf(line: string): Cell[] | undefined {
  const bare = line.trim();
  if (bare.startsWith('|') && bare.endsWith('|') && bare.length > 2) {
    return bare.slice(1, -1).split('|').map(toCell);
  }
  if (!line.includes('\t')) return undefined;
  const parts = line.split('\t');
  const filled = parts.filter((part) => part.trim() !== '');
  if (filled.length === 0) return undefined;
  if (parts.length === 2 && (filled.length === 1 || NUMBER_LABEL.test(parts[0]?.trim() ?? '')))
    return undefined;
  return parts.map(toCell);
}

function toCell(part: string, column: number): Cell {
  const { text, bold } = withoutMarkup(part);
  return { text, column, columnSpan: 1, continuesAbove: false, ...(bold ? { bold } : {}) };
}

function isPipeRule(line: string): boolean {
  return line.includes('|') && line.includes('-') && /^[\s|:-]+$/.test(line);
}
