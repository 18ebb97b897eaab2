import { symbolCharacter } from './symbol-fonts.ts';
import type { ParagraphDraft } from './paragraph-draft.ts';
import { type RunProperties, readRunProperties } from './word-properties.ts';
import type { WordReading } from './word-reading.ts';
import type { XmlReader } from './xml-reader.ts';

/** Reads what is drawn inside a paragraph: a picture's or shape's text boxes. */
export type ReadDrawing = (xml: XmlReader) => void;

/** Reads a `w:r` just opened into the draft of its paragraph. */
export function readRun(
  xml: XmlReader,
  draft: ParagraphDraft,
  word: WordReading,
  readDrawing: ReadDrawing,
): void {
  let look: RunProperties = {};
  const write = (text: string): void => {
    if (look.hidden === true) return;
    word.tallyText(text);
    draft.write(text, look);
  };
  xml.eachChild((name) => {
    switch (name) {
      case 'w:rPr':
        look = withStyle(readRunProperties(xml), word);
        break;
      case 'w:t':
      case 'm:t':
        write(xml.content());
        break;
      case 'w:tab':
      case 'w:ptab':
        write('\t');
        break;
      case 'w:cr':
        write('\n');
        break;
      case 'w:br':
        write((xml.attribute('type') ?? 'textWrapping') === 'textWrapping' ? '\n' : ' ');
        break;
      case 'w:noBreakHyphen':
        write('-');
        break;
      case 'w:sym':
        write(symbol(xml));
        break;
      case 'w:fldChar':
        draft.moveInField(xml.attribute('fldCharType') ?? '');
        break;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        word.notes.add(
          `${name === 'w:footnoteReference' ? 'footnote' : 'endnote'} ${xml.attribute('id') ?? ''}`,
        );
        break;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
      case 'mc:AlternateContent':
        readDrawing(xml);
        break;
    }
  });
}

function withStyle(own: RunProperties, word: WordReading): RunProperties {
  return own.style === undefined ? own : { ...word.styles.character(own.style), ...own };
}

function symbol(xml: XmlReader): string {
  const code = Number.parseInt(xml.attribute('char') ?? '', 16);
  return Number.isNaN(code) ? '' : symbolCharacter(code, xml.attribute('font') ?? '');
}
