import type { Cell, Paragraph } from './document.ts';

/** A paragraph as read, before it has a line; soft line breaks stand as line feeds. */
export interface LooseParagraph extends Omit<Paragraph, 'line'> {
  readonly kind: 'paragraph';
}

export interface LooseRow {
  readonly cells: readonly Cell[];
  readonly header: boolean;
}

/** A table as read, before it has a line. */
export interface LooseTable {
  readonly kind: 'table';
  readonly rows: readonly LooseRow[];
  readonly width: number;
}

export type LooseBlock = LooseParagraph | LooseTable;
