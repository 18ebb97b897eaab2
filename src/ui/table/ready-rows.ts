import { randomBytes } from 'node:crypto';
import { createContext } from 'preact';
import type { KeptMarkup } from './kept-markup.ts';

/** Characters of the shortest row that is not text. */
const shortest = 600;

/**
 * The rows of one page whose bytes are kept already. While the page is drawn a mark stands for each, so that the text to
 * be put together and encoded is the small rest; most of a list's hundred kilobytes are its rows.
 */
export class ReadyRows {
  /** Chosen anew for each page; a comment cannot come from people at all, whose text is escaped. */
  readonly #mark = `<!--${randomBytes(9).toString('base64url')} `;
  readonly #rows: Buffer[] = [];

  /**
   * What stands for the row in the text. A row with a form stays text: forms are found there, and given their keys. So
   * does a short one, for which finding its place again would take longer.
   */
  hold({ text, bytes }: KeptMarkup): string {
    if (text.length < shortest || text.includes('<form')) return text;
    return `${this.#mark}${this.#rows.push(bytes) - 1}-->`;
  }

  /** The bytes of the page, each row in its place. */
  fill(text: string): Buffer<ArrayBuffer> {
    const [head = '', ...rest] = text.split(this.#mark);
    const pieces = rest.flatMap((piece) => {
      const end = piece.indexOf('-->');
      const row = this.#rows[Number(piece.slice(0, end))];
      return row ? [row, Buffer.from(piece.slice(end + 3))] : [];
    });
    return Buffer.concat([Buffer.from(head), ...pieces]);
  }
}

/** Given by whoever sends the page; without it rows are drawn in full where they stand. */
export const ReadyRowsContext = createContext<ReadyRows | undefined>(undefined);
