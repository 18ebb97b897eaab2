import { foldText } from './fold-text.ts';
import type { LooseParagraph } from './loose-blocks.ts';
import type { ParagraphProperties, RunProperties } from './word-properties.ts';
import type { WordReading } from './word-reading.ts';

/** A paragraph while its runs are being read. */
export class ParagraphDraft {
  properties: ParagraphProperties = {};
  readonly #written: { readonly text: string; readonly look: RunProperties }[] = [];
  /** Of the fields that are open, whether each still spells its instruction. */
  readonly #fields: boolean[] = [];
  #instructions = 0;

  /** Adds text as it stands in the file; the instruction of a field is no text. */
  write(text: string, look: RunProperties): void {
    if (this.#instructions === 0) this.#written.push({ text, look });
  }

  /** Follows a field from its instruction to its result, which is what people see, to its end. */
  moveInField(mark: string): void {
    if (mark === 'begin') {
      this.#fields.push(true);
      this.#instructions++;
    } else if (mark === 'separate' && this.#fields.at(-1) === true) {
      this.#fields[this.#fields.length - 1] = false;
      this.#instructions--;
    } else if (mark === 'end' && this.#fields.pop() === true) this.#instructions--;
  }

  /** A field may end in a later paragraph; one that never ends must not swallow the rest of the document. */
  endFields(): void {
    this.#fields.length = 0;
    this.#instructions = 0;
  }

  /** The finished paragraph; counts it in its list. */
  finish(word: WordReading): LooseParagraph {
    word.tallyParagraph();
    const style = word.styles.paragraph(this.properties.style);
    const properties = { ...style.paragraph, ...this.properties };
    const visible = this.#written.filter(({ text }) => text.trim() !== '');
    const every = (mark: 'bold' | 'italic'): boolean =>
      visible.length > 0 && visible.every(({ look }) => look[mark] ?? style.run[mark] ?? false);
    const list = countInList(properties, word);
    const level = list?.level ?? properties.outlineLevel;
    const shown = this.#written.filter(({ look }) => (look.hidden ?? style.run.hidden) !== true);
    return {
      kind: 'paragraph',
      text: foldText(shown.map(({ text }) => text).join('')),
      ...(list === undefined || list.label === '' ? {} : { label: list.label }),
      ...(level === undefined ? {} : { level }),
      ...(every('bold') ? { bold: true } : {}),
      ...(every('italic') ? { italic: true } : {}),
      ...(properties.align === undefined ? {} : { align: properties.align }),
    };
  }
}

/** List id "0" takes a paragraph out of the list of its style. */
function countInList(
  properties: ParagraphProperties,
  word: WordReading,
): { readonly label: string; readonly level: number } | undefined {
  const { listId } = properties;
  if (listId === undefined || listId === '0') return undefined;
  const level = properties.listLevel ?? word.lists.levelOfStyle(listId, properties.style);
  return { label: foldText(word.lists.count(listId, level)), level };
}
