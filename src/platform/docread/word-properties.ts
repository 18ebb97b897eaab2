import type { Paragraph } from './document.ts';
import { wholeNumber } from './whole-number.ts';
import { isOn } from './word-attributes.ts';
import type { XmlReader } from './xml-reader.ts';

export interface RunProperties {
  bold?: boolean;
  italic?: boolean;
  hidden?: boolean;
  style?: string;
}

export interface ParagraphProperties {
  align?: NonNullable<Paragraph['align']>;
  /** 0–8; 9 stands for body text and is not kept. */
  outlineLevel?: number;
  listId?: string;
  listLevel?: number;
  style?: string;
  /** The paragraph's end was deleted in a tracked change: its text runs on into the next paragraph. */
  endDeleted?: boolean;
}

const ALIGNMENT: ReadonlyMap<string, NonNullable<Paragraph['align']>> = new Map([
  ['left', 'left'],
  ['start', 'left'],
  ['center', 'center'],
  ['right', 'right'],
  ['end', 'right'],
  ['both', 'justify'],
  ['distribute', 'justify'],
]);

/** Reads a `w:rPr` just opened. */
export function readRunProperties(xml: XmlReader): RunProperties {
  const properties: RunProperties = {};
  xml.eachChild((name) => {
    if (name === 'w:b') properties.bold = isOn(xml);
    else if (name === 'w:i') properties.italic = isOn(xml);
    else if (name === 'w:vanish') properties.hidden = isOn(xml);
    else if (name === 'w:rStyle') properties.style = xml.attribute('val') ?? '';
  });
  return properties;
}

/** Reads a `w:pPr` just opened. */
export function readParagraphProperties(xml: XmlReader): ParagraphProperties {
  const properties: ParagraphProperties = {};
  xml.eachChild((name) => {
    if (name === 'w:pStyle') properties.style = xml.attribute('val') ?? '';
    else if (name === 'w:jc') setAlign(properties, xml.attribute('val'));
    else if (name === 'w:outlineLvl') setOutline(properties, wholeNumber(xml, 'val', { from: 0, to: 9 }));
    else if (name === 'w:numPr') readListProperties(xml, properties);
    else if (name === 'w:rPr') {
      xml.eachChild((mark) => {
        if (mark === 'w:del' || mark === 'w:moveFrom') properties.endDeleted = true;
      });
    }
  });
  return properties;
}

function setAlign(properties: ParagraphProperties, value: string | undefined): void {
  const align = ALIGNMENT.get(value ?? '');
  if (align !== undefined) properties.align = align;
}

function setOutline(properties: ParagraphProperties, level: number | undefined): void {
  if (level !== undefined && level < 9) properties.outlineLevel = level;
}

function readListProperties(xml: XmlReader, properties: ParagraphProperties): void {
  xml.eachChild((name) => {
    if (name === 'w:numId') properties.listId = xml.attribute('val') ?? '0';
    else if (name === 'w:ilvl') properties.listLevel = wholeNumber(xml, 'val', { from: 0, to: 8 }) ?? 0;
  });
}
