import { MAX_CELLS, MAX_CHARACTERS, MAX_PARAGRAPHS } from './limits.ts';
import { Refusal } from './refusal.ts';
import type { ListCounter } from './list-counter.ts';
import type { Styles } from './word-styles.ts';

/** What one reading of a Word file knows and counts while its parts go by. */
export class WordReading {
  readonly styles: Styles;
  readonly lists: ListCounter;
  /** Ids of notes ("footnote 3") in the order in which the text refers to them. */
  readonly notes = new Set<string>();
  #paragraphs = 0;
  #cells = 0;
  #characters = 0;

  constructor(styles: Styles, lists: ListCounter) {
    this.styles = styles;
    this.lists = lists;
  }

  /** Counts what was read; refuses a document longer than people write. */
  tallyParagraph(): void {
    if (++this.#paragraphs > MAX_PARAGRAPHS) throw new Refusal('too-long');
  }

  tallyCell(): void {
    if (++this.#cells > MAX_CELLS) throw new Refusal('too-long');
  }

  tallyText(text: string): void {
    this.#characters += text.length;
    if (this.#characters > MAX_CHARACTERS) throw new Refusal('too-long');
  }
}
