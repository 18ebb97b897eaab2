import type { PlainDate } from '#platform/clock/plain-date.ts';

/**
 * One official paper, said once: what stands on it and in which role, nothing about how it looks.
 *
 * The same value becomes a Word file (`renderDocx`), a PDF (`renderPdf`) and a page (`PaperView`). Every word comes from
 * the caller, ready to print, except the national heading, which the layout rules give.
 */
export interface Paper {
  /** The day whose layout rules hold: the paper's own, or today for a draft. */
  readonly laidOutOn: PlainDate;
  /** For lists of files and for screen readers; not printed. */
  readonly title: string;
  readonly superior?: string;
  readonly issuer: string;
  /** The whole line, its blank included: "Số: 12/KH-UBND". */
  readonly number: string;
  readonly placeAndDate: string;
  /** A mark of urgency, boxed under the number. */
  readonly urgency?: string;
  /** Name of the type, above the subject; a letter has none. */
  readonly kind?: string;
  readonly subject: string;
  /** A letter: it has no name of a type, and its subject stands under its number. */
  readonly isLetter?: true;
  readonly bases: readonly Words[];
  readonly body: readonly PaperBlock[];
  readonly ending?: PaperEnding;
  readonly annexes: readonly Annex[];
}

export interface PaperEnding {
  readonly recipientsLabel: string;
  readonly recipients: readonly string[];
  /** In whose name: "TM. ỦY BAN NHÂN DÂN". */
  readonly authority?: string;
  readonly position: string;
  /** Empty until somebody is to sign. */
  readonly signer: string;
}

/** A part of its own behind the signature, with its own page numbers. */
export interface Annex {
  /** "Phụ lục I". */
  readonly label: string;
  readonly title: string;
  /** "(Kèm theo Kế hoạch số …)". */
  readonly note: string;
  readonly orientation: 'portrait' | 'landscape';
  readonly body: readonly PaperBlock[];
}

export type PaperBlock = Paragraph | Outline | PaperTable | Addressees;

/**
 * To whom a letter goes: one beside the label, several each on a line with a dash, all dashes under the colon.
 *
 * @law nd-30-2020 pl1
 */
export interface Addressees {
  readonly kind: 'addressees';
  /** With its colon. */
  readonly label: string;
  readonly names: readonly string[];
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly words: Words;
  readonly align?: 'center';
}

/**
 * A numbered piece of the outline, from the largest to the smallest.
 *
 * `heading` ("I. MỤC ĐÍCH") and `subheading` ("1. Yêu cầu") divide papers without articles; their text is bold.
 */
export interface Outline {
  readonly kind: 'outline';
  readonly level:
    | 'part'
    | 'chapter'
    | 'section'
    | 'subsection'
    | 'heading'
    | 'subheading'
    | 'article'
    | 'clause'
    | 'point';
  /** The number as printed, its mark included: "Chương I", "Điều 2.", "1.", "a)". */
  readonly label: string;
  readonly words: Words;
}

export interface PaperTable {
  readonly kind: 'table';
  /** What the table holds, for those who cannot see it; not printed. */
  readonly caption: string;
  readonly columns: readonly PaperColumn[];
  /** How many of the first rows are repeated on each page. */
  readonly headerRows: number;
  readonly rows: readonly PaperRow[];
}

export interface PaperColumn {
  /** Its part of the width, relative to the other columns. */
  readonly share: number;
  readonly align?: 'center';
}

export interface PaperRow {
  /** Left to right, as in HTML: a place that a cell above or to the left covers is not said again. */
  readonly cells: readonly PaperCell[];
}

export interface PaperCell {
  readonly words: Words;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  readonly bold?: boolean;
  readonly align?: 'center' | 'left';
}

/** Text with line feeds, plain or in pieces of one look each. */
export type Words = string | readonly Run[];

export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** The pieces of a text; a plain one is a single piece. */
export function runsOf(words: Words): readonly Run[] {
  return typeof words === 'string' ? [{ text: words }] : words;
}

/** The lines below the label of several addressees. */
export function addresseeLines({ names }: Addressees): readonly string[] {
  return names.map((name, index) => `- ${name}${index === names.length - 1 ? '.' : ';'}`);
}

/** The text alone, without its looks. */
export function plainWords(words: Words): string {
  return typeof words === 'string' ? words : words.map((run) => run.text).join('');
}
