import { wholeNumber } from './whole-number.ts';
import type { XmlReader } from './xml-reader.ts';

/** One level of a list as the document defines it. */
export interface ListLevel {
  readonly start: number;
  readonly format: string;
  /** The pattern of the label: "%1.%2" stands for the numbers of levels 1 and 2. */
  readonly pattern: string;
  /** Level (from 1) after which this one starts anew; 0 never; undefined after any higher one. */
  readonly restartAfter: number | undefined;
  /** All numbers of the label in plain digits. */
  readonly legal: boolean;
  /** The paragraph style that takes this level by itself. */
  readonly style: string | undefined;
}

/** A list that paragraphs point to. Lists of one `family` count on together. */
export interface ListDefinition {
  readonly family: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  readonly startOverrides: ReadonlyMap<number, number>;
}

interface Family {
  levels: Map<number, ListLevel>;
  /** A list style whose definition stands in for this one. */
  styleLink: string | undefined;
}

interface WrittenList {
  family: string;
  levels: Map<number, ListLevel>;
  starts: Map<number, number>;
}

const LONGEST_PATTERN = 60;
const LEVELS = { from: 0, to: 8 };
const STARTS = { from: 0, to: 32_767 };

/**
 * Reads the numbering part: the lists of a document by their id. `listOfStyle` gives the list id that a list style
 * names, for definitions that only point to a style.
 */
export function readNumbering(
  xml: XmlReader | undefined,
  listOfStyle: (style: string) => string | undefined,
): ReadonlyMap<string, ListDefinition> {
  const families = new Map<string, Family>();
  const lists = new Map<string, WrittenList>();
  if (xml?.next() === 'open') {
    xml.eachChild((name) => {
      if (name === 'w:abstractNum') families.set(xml.attribute('abstractNumId') ?? '', readFamily(xml));
      else if (name === 'w:num') lists.set(xml.attribute('numId') ?? '', readList(xml));
    });
  }
  const definitions = new Map<string, ListDefinition>();
  for (const [id, list] of lists) {
    const link = families.get(list.family)?.styleLink;
    const stand = link === undefined ? undefined : lists.get(listOfStyle(link) ?? '')?.family;
    const family = stand ?? list.family;
    const levels = new Map(families.get(family)?.levels);
    for (const [level, override] of list.levels) levels.set(level, override);
    definitions.set(id, { family, levels, startOverrides: list.starts });
  }
  return definitions;
}

function readFamily(xml: XmlReader): Family {
  const family: Family = { levels: new Map(), styleLink: undefined };
  xml.eachChild((name) => {
    if (name === 'w:numStyleLink') family.styleLink = xml.attribute('val');
    else if (name === 'w:lvl') readLevel(xml, family.levels);
  });
  return family;
}

function readList(xml: XmlReader): WrittenList {
  const list: WrittenList = { family: '', levels: new Map(), starts: new Map() };
  xml.eachChild((name) => {
    if (name === 'w:abstractNumId') list.family = xml.attribute('val') ?? '';
    if (name !== 'w:lvlOverride') return;
    const level = wholeNumber(xml, 'ilvl', LEVELS) ?? 0;
    xml.eachChild((change) => {
      if (change === 'w:lvl') readLevel(xml, list.levels);
      else if (change === 'w:startOverride') list.starts.set(level, wholeNumber(xml, 'val', STARTS) ?? 1);
    });
  });
  return list;
}

function readLevel(xml: XmlReader, levels: Map<number, ListLevel>): void {
  const index = wholeNumber(xml, 'ilvl', LEVELS) ?? 0;
  const level = {
    start: 0,
    format: 'decimal',
    pattern: '',
    restartAfter: undefined as number | undefined,
    legal: false,
    style: undefined as string | undefined,
  };
  xml.eachChild((name) => {
    if (name === 'w:start') level.start = wholeNumber(xml, 'val', STARTS) ?? 0;
    else if (name === 'w:numFmt') level.format = xml.attribute('val') ?? 'decimal';
    else if (name === 'w:lvlText') level.pattern = (xml.attribute('val') ?? '').slice(0, LONGEST_PATTERN);
    else if (name === 'w:lvlRestart') level.restartAfter = wholeNumber(xml, 'val', { from: 0, to: 9 });
    else if (name === 'w:isLgl') level.legal = true;
    else if (name === 'w:pStyle') level.style = xml.attribute('val');
  });
  levels.set(index, level);
}
