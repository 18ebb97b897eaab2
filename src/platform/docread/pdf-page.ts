/**
 * What stands on one page, wherever it comes from: text layer or recognised picture. Points (1/72 inch), y downwards,
 * turned so that most of the text runs from left to right.
 */
export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly PageWord[];
  readonly rules: readonly Rule[];
}

export interface PageWord {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Height of the letters' square. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** True when the source itself sets a space before the word; without one a narrow gap is none. */
  readonly spaced: boolean;
}

/** A drawn straight line: "across" stands at a height from left to right, "down" at a distance from top to bottom. */
export interface Rule {
  readonly direction: 'across' | 'down';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}
