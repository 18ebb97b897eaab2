import { foldText } from './fold-text.ts';
import type { LooseBlock } from './loose-blocks.ts';
import type { ReadingTally } from './reading-tally.ts';

/** The paragraphs and tables of one page or cell of HTML while its text comes in. */
export class HtmlFlow {
  readonly blocks: LooseBlock[] = [];
  readonly #tally: ReadingTally;
  #text = '';
  #label: string | undefined;
  #level: number | undefined;
  #isNote = false;

  constructor(tally: ReadingTally) {
    this.#tally = tally;
  }

  /** Adds text as it stands in the source: there a line end is a space like any other. */
  write(text: string): void {
    this.#tally.tallyText(text);
    this.#text += text.replace(/[\t\n\f\r ]+/g, ' ');
  }

  breakLine(): void {
    this.#text += '\n';
  }

  /** Makes the present paragraph a note of that number. */
  beginNote(number: string): void {
    this.#label = `[${number}]`;
    this.#isNote = true;
  }

  /** Ends the paragraph; what follows is the next one, in a list with the label and depth given. */
  endParagraph(label?: string, level?: number): void {
    const text = foldText(this.#text).replace(/\n+/g, '\n');
    // A list item often holds a paragraph of its own: the label waits for the first text.
    if (text !== '') {
      this.#tally.tallyParagraph();
      this.blocks.push({
        kind: 'paragraph',
        text,
        ...(this.#label === undefined ? {} : { label: this.#label }),
        ...(this.#level === undefined ? {} : { level: this.#level }),
        ...(this.#isNote ? { note: true } : {}),
      });
    }
    this.#text = '';
    this.#isNote = false;
    if (text !== '' || label !== undefined) {
      this.#label = label;
      this.#level = level;
    }
  }

  addTable(blocks: readonly LooseBlock[]): void {
    this.endParagraph();
    for (const block of blocks) this.blocks.push(block);
  }
}
