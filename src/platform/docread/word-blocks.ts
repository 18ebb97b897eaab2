import type { Cell, Paragraph } from './document.ts';

/** A paragraph as read, before it has a line; soft line breaks stand as line feeds. */
export interface WordParagraph extends Omit<Paragraph, 'line'> {
  readonly kind: 'paragraph';
}

export interface WordRow {
  readonly cells: readonly Cell[];
  readonly header: boolean;
}

/** A table as read, before it has a line. */
export interface WordTable {
  readonly kind: 'table';
  readonly rows: readonly WordRow[];
  readonly width: number;
}

export type WordBlock = WordParagraph | WordTable;
