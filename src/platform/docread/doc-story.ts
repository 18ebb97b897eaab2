import type { ByteView } from './byte-view.ts';
import { type CharacterMarks, DELETED } from './doc-characters.ts';
import { type DocParagraph, readDocParagraph } from './doc-paragraph.ts';
import { type Run, runAt } from './doc-runs.ts';
import type { DocStyles } from './doc-styles.ts';
import { DocTable } from './doc-table.ts';
import type { DocText } from './doc-text.ts';
import { foldText } from './fold-text.ts';
import { MAX_XML_DEPTH } from './limits.ts';
import type { ListCounter } from './list-counter.ts';
import type { LooseBlock, LooseParagraph } from './loose-blocks.ts';
import type { ReadingTally } from './reading-tally.ts';
import { Refusal } from './refusal.ts';

/** All that the reading of one old Word file draws on. */
export interface DocSource {
  readonly text: DocText;
  readonly marks: CharacterMarks;
  readonly paragraphRuns: readonly Run[];
  readonly styles: DocStyles;
  readonly lists: ListCounter;
  readonly data: ByteView | undefined;
  readonly tally: ReadingTally;
}

// Ends of a paragraph, of a page or section, and of a cell or row.
const ENDS = /[\r\f\x07]/g;
const CELL_END = '\x07';

/** Reads the paragraphs and tables from one character up to another, tracked changes accepted. */
export function readStory(source: DocSource, from: number, to: number): LooseBlock[] {
  const story = new Story(source);
  let start = from;
  for (const end of source.text.characters.slice(from, to).matchAll(ENDS)) {
    story.addParagraph(start, from + end.index);
    start = from + end.index + 1;
  }
  if (start < to) story.addParagraph(start, to);
  return story.finish();
}

class Story {
  readonly #source: DocSource;
  readonly #blocks: LooseBlock[] = [];
  readonly #tables: DocTable[] = [];
  /** Text of paragraphs whose ends were deleted: it runs on into the next one. */
  #carried = '';

  constructor(source: DocSource) {
    this.#source = source;
  }

  /** Adds the paragraph from a character up to its mark. */
  addParagraph(start: number, mark: number): void {
    const { text, paragraphRuns, styles, data, marks, tally } = this.#source;
    const run = runAt(paragraphRuns, text.placeOf(mark));
    const properties = readDocParagraph([...styles(run?.style ?? 0), ...(run?.sprms() ?? [])], data, tally);
    if (properties.depth > MAX_XML_DEPTH) throw new Refusal('too-deep');
    const isDeleted = ((marks.unseen[mark] ?? 0) & DELETED) !== 0;
    this.#moveTo(properties.depth);
    const table = this.#tables.at(-1);
    if (table !== undefined && properties.endsRow) {
      table.endRow(properties.row, isDeleted);
      return;
    }
    const words = this.#carried + shownText(this.#source, start, mark);
    const endsCell = properties.depth === 1 ? text.characters[mark] === CELL_END : properties.endsInnerCell;
    this.#carried = isDeleted && !endsCell ? words : '';
    if (this.#carried !== '') return;
    this.#add(finished(words, properties, this.#source));
    if (table !== undefined && endsCell) table.endCell();
  }

  finish(): LooseBlock[] {
    this.#moveTo(0);
    return this.#blocks;
  }

  #moveTo(depth: number): void {
    while (this.#tables.length > depth) {
      for (const block of this.#tables.pop()?.finish() ?? []) this.#add(block);
    }
    while (this.#tables.length < depth) this.#tables.push(new DocTable(this.#source.tally));
  }

  #add(block: LooseBlock): void {
    const table = this.#tables.at(-1);
    if (table === undefined) this.#blocks.push(block);
    else table.add(block);
  }
}

function finished(words: string, properties: DocParagraph, { lists, tally }: DocSource): LooseParagraph {
  tally.tallyParagraph();
  tally.tallyText(words);
  const { align, outlineLevel, listId = 0, listLevel = 0 } = properties;
  const label = listId === 0 ? '' : foldText(lists.count(String(listId), listLevel));
  const level = listId === 0 ? outlineLevel : listLevel;
  return {
    kind: 'paragraph',
    text: foldText(words),
    ...(label === '' ? {} : { label }),
    ...(level === undefined ? {} : { level }),
    ...(align === undefined ? {} : { align }),
  };
}

/** The characters that people see: of a field its result, of pictures and note marks nothing. */
function shownText({ text, marks }: DocSource, start: number, end: number): string {
  let shown = '';
  /** Of the fields that are open, whether each still spells its instruction. */
  const fields: boolean[] = [];
  let instructions = 0;
  for (let at = start; at < end; at++) {
    const character = text.characters[at] ?? '';
    if (character === '\x13') {
      fields.push(true);
      instructions++;
    } else if (character === '\x14' && fields.at(-1) === true) {
      fields[fields.length - 1] = false;
      instructions--;
    } else if (character === '\x15' && fields.pop() === true) instructions--;
    else if (instructions === 0 && marks.unseen[at] === 0)
      shown += marks.symbols.get(at) ?? PRINTED.get(character) ?? character;
  }
  return shown;
}

const PRINTED: ReadonlyMap<string, string> = new Map([
  ['\v', '\n'],
  ['\x0e', ' '],
  ['\x1e', '-'],
  ['\x1f', ''],
]);
