import type { ListCounter } from './list-counter.ts';
import { ReadingTally } from './reading-tally.ts';
import type { Styles } from './word-styles.ts';

/** What one reading of a Word file knows and counts while its parts go by. */
export class WordReading extends ReadingTally {
  readonly styles: Styles;
  readonly lists: ListCounter;
  /** Ids of notes ("footnote 3") in the order in which the text refers to them. */
  readonly notes = new Set<string>();

  constructor(styles: Styles, lists: ListCounter) {
    super();
    this.styles = styles;
    this.lists = lists;
  }
}
