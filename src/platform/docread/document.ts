/**
 * What every source format is turned into before anybody looks for meaning: numbered lines and blocks.
 *
 * `lines` is the text that a person sees beside the reading, 1-based in every `line` below: one line for each line of
 * a text file, one for each paragraph of a Word file, one for each table row (cells joined by TAB).
 *
 * Every format but `txt` knows its merged cells; in `txt` they are blanks.
 */
export type SourceFormat = 'docx' | 'doc' | 'txt' | 'xlsx' | 'html' | 'pdf';

export interface SourceDocument {
  readonly format: SourceFormat;
  /** The text as shown to people; `lines[0]` is line 1. */
  readonly lines: readonly string[];
  readonly blocks: readonly Block[];
  /** True when letters were recognised in pictures, by a program that may err in any word. */
  readonly recognised?: true;
}

export type Block = Paragraph | Table;

export interface Paragraph {
  readonly kind: 'paragraph';
  /** NFC, inner white space folded, automatic number not included. */
  readonly text: string;
  readonly line: number;
  /** The automatic number as Word would print it ("1.", "a)", "-"), absent where the number is typed. */
  readonly label?: string;
  /** Outline or list depth from 0, where the format knows one. */
  readonly level?: number;
  /** True when all visible text is bold. */
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly align?: 'left' | 'center' | 'right' | 'justify';
  /** True for a footnote or endnote; notes stand after the body in the order of their references, labelled "[1]". */
  readonly note?: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly line: number;
  readonly rows: readonly Row[];
  /** Number of grid columns. */
  readonly width: number;
}

export interface Row {
  readonly line: number;
  /** Left to right; a cell that spans columns stands once, with `columnSpan`. */
  readonly cells: readonly Cell[];
  /** True when the format itself marks the row as a repeated header. */
  readonly header?: boolean;
}

export interface Cell {
  /** Paragraphs of the cell joined by a line feed; NFC. */
  readonly text: string;
  /** First grid column, from 0. */
  readonly column: number;
  readonly columnSpan: number;
  /** True when the cell continues the merged cell above it; its own `text` is then empty. */
  readonly continuesAbove: boolean;
  readonly bold?: boolean;
}
