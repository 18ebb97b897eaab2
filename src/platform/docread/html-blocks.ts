import { HtmlFlow } from './html-flow.ts';
import { HtmlReader } from './html-reader.ts';
import { type CellReach, HtmlTable } from './html-table.ts';
import { MAX_XML_DEPTH } from './limits.ts';
import type { LooseBlock } from './loose-blocks.ts';
import { formatOrdinal } from './ordinal.ts';
import { ReadingTally } from './reading-tally.ts';
import { Refusal } from './refusal.ts';

const ENDS_PARAGRAPH =
  /^(?:p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|caption|blockquote|pre|section|article|header|footer|main|body|center|hr|form|figure)$/;
const EMPTY = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const HIDDEN = /(?:display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*(?:hidden|collapse))/i;

/** How Word and LibreOffice link a mark in the text with its note, and the note with its mark. */
const TO_NOTE = /^#(?:_(?:ftn|edn)\d+|sd(?:foot|end)note\d+sym)$/;
const FROM_NOTE = /^#(?:_(?:ftn|edn)ref(\d+)|sd(?:foot|end)note(\d+)anc)$/;

/** As far as HTML itself lets cells reach. */
const MOST_COLUMNS = 1_000;
const MOST_ROWS = 65_534;

const ORDINALS: Readonly<Record<string, string>> = {
  A: 'upperLetter',
  a: 'lowerLetter',
  I: 'upperRoman',
  i: 'lowerRoman',
};

interface OpenTable {
  readonly table: HtmlTable;
  /** The cell that is open, if one is. */
  cell: { readonly reach: CellReach; readonly flow: HtmlFlow } | undefined;
}

interface OpenList {
  /** How its items count; undefined for one with dashes. */
  readonly format: string | undefined;
  next: number;
}

/** Reads the paragraphs, lists and tables of HTML, leaving out what is hidden or deleted. */
export function readHtmlBlocks(source: string): LooseBlock[] {
  const html = new HtmlReader(source);
  const page = new HtmlPage(html);
  for (let event = html.next(); event !== 'end'; event = html.next()) {
    if (event === 'text') page.flow.write(html.text);
    else if (event === 'close') page.close(html.name);
    else page.open(html.name);
  }
  return page.finish();
}

class HtmlPage {
  readonly #html: HtmlReader;
  readonly #tally = new ReadingTally();
  readonly #outer = new HtmlFlow(this.#tally);
  readonly #tables: OpenTable[] = [];
  readonly #lists: OpenList[] = [];

  constructor(html: HtmlReader) {
    this.#html = html;
  }

  /** Where text goes now: into the innermost open cell, or past the table between cells. */
  get flow(): HtmlFlow {
    return this.#tables.findLast(({ cell }) => cell !== undefined)?.cell?.flow ?? this.#outer;
  }

  open(name: string): void {
    if (!EMPTY.test(name) && this.#isUnseen(name)) {
      this.#html.skip();
      return;
    }
    if (ENDS_PARAGRAPH.test(name)) this.flow.endParagraph();
    const current = this.#tables.at(-1);
    switch (name) {
      case 'a':
        this.#openLink(this.#html.attribute('href') ?? '');
        break;
      case 'br':
        this.flow.breakLine();
        break;
      case 'ul':
      case 'ol':
        this.#openList(name);
        break;
      case 'li':
        this.#openItem();
        break;
      case 'table':
        if (this.#tables.length >= MAX_XML_DEPTH) throw new Refusal('too-deep');
        this.#tables.push({ table: new HtmlTable(this.#tally), cell: undefined });
        break;
      case 'thead':
      case 'tbody':
      case 'tfoot':
        this.#beginPart(name === 'thead');
        break;
      case 'tr':
        this.#endCell();
        current?.table.beginRow();
        break;
      case 'td':
      case 'th':
        this.#endCell();
        if (current !== undefined) current.cell = { reach: this.#reach(), flow: new HtmlFlow(this.#tally) };
        break;
    }
  }

  close(name: string): void {
    if (ENDS_PARAGRAPH.test(name)) this.flow.endParagraph();
    switch (name) {
      case 'ul':
      case 'ol':
        this.#lists.pop();
        break;
      case 'td':
      case 'th':
        this.#endCell();
        break;
      case 'tr':
        this.#endCell();
        this.#tables.at(-1)?.table.endRow();
        break;
      case 'thead':
        this.#beginPart(false);
        break;
      case 'table':
        this.#endTable();
        break;
    }
  }

  finish(): LooseBlock[] {
    while (this.#tables.length > 0) this.#endTable();
    this.#outer.endParagraph();
    return this.#outer.blocks;
  }

  /** Hidden by its style, or deleted in a tracked change. */
  #isUnseen(name: string): boolean {
    return name === 'del' || HIDDEN.test(this.#html.attribute('style') ?? '');
  }

  /** The mark of a note is a link to it, and back; it is no word of the sentence. */
  #openLink(target: string): void {
    const note = FROM_NOTE.exec(target);
    if (note !== null) this.flow.beginNote(note[1] ?? note[2] ?? '');
    if (note !== null || TO_NOTE.test(target)) this.#html.skip();
  }

  #openList(name: 'ul' | 'ol'): void {
    if (this.#lists.length >= MAX_XML_DEPTH) throw new Refusal('too-deep');
    const format = name === 'ul' ? undefined : (ORDINALS[this.#html.attribute('type') ?? ''] ?? 'decimal');
    this.#lists.push({ format, next: numberIn(this.#html.attribute('start'), MOST_ROWS) ?? 1 });
  }

  #openItem(): void {
    const list = this.#lists.at(-1);
    if (list === undefined) return;
    const number = numberIn(this.#html.attribute('value'), MOST_ROWS) ?? list.next;
    list.next = number + 1;
    const label = list.format === undefined ? '-' : `${formatOrdinal(number, list.format)}.`;
    this.flow.endParagraph(label, this.#lists.length - 1);
  }

  #beginPart(isHead: boolean): void {
    this.#endCell();
    const current = this.#tables.at(-1);
    if (current === undefined) return;
    current.table.endRow();
    current.table.isHead = isHead;
  }

  #reach(): CellReach {
    const rowSpan = numberIn(this.#html.attribute('rowspan'), MOST_ROWS) ?? 1;
    return {
      columnSpan: Math.max(1, numberIn(this.#html.attribute('colspan'), MOST_COLUMNS) ?? 1),
      // None at all reaches down to the end of the table.
      rowSpan: rowSpan === 0 ? MOST_ROWS : rowSpan,
    };
  }

  #endCell(): void {
    const current = this.#tables.at(-1);
    if (current?.cell === undefined) return;
    const { reach, flow } = current.cell;
    flow.endParagraph();
    current.table.addCell(reach, flow.blocks);
    current.cell = undefined;
  }

  #endTable(): void {
    this.#endCell();
    const ended = this.#tables.pop();
    if (ended !== undefined) this.flow.addTable(ended.table.finish());
  }
}

function numberIn(value: string | undefined, most: number): number | undefined {
  return value === undefined || !/^\s*\d{1,9}\s*$/.test(value) ? undefined : Math.min(most, Number(value));
}
