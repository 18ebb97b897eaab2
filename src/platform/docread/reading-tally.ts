import { MAX_CELLS, MAX_CHARACTERS, MAX_PARAGRAPHS, MAX_PROPERTIES } from './limits.ts';
import { Refusal } from './refusal.ts';

/** Counts what one reading has taken from its source; refuses (`too-long`) a document longer than people write. */
export class ReadingTally {
  #paragraphs = 0;
  #cells = 0;
  #characters = 0;
  #properties = 0;

  tallyParagraph(): void {
    if (++this.#paragraphs > MAX_PARAGRAPHS) throw new Refusal('too-long');
  }

  tallyCell(): void {
    if (++this.#cells > MAX_CELLS) throw new Refusal('too-long');
  }

  tallyProperties(count: number): void {
    this.#properties += count;
    if (this.#properties > MAX_PROPERTIES) throw new Refusal('too-long');
  }

  tallyText(text: string): void {
    this.#characters += text.length;
    if (this.#characters > MAX_CHARACTERS) throw new Refusal('too-long');
  }
}
