import {
  type ParagraphProperties,
  type RunProperties,
  readParagraphProperties,
  readRunProperties,
} from './word-properties.ts';
import type { XmlReader } from './xml-reader.ts';

export interface Style {
  readonly run: RunProperties;
  readonly paragraph: ParagraphProperties;
}

/** What the styles of a document say about a paragraph or a run that names one. */
export interface Styles {
  /** The style with all it is based on; the default paragraph style where `id` is undefined. */
  paragraph(id: string | undefined): Style;
  character(id: string): RunProperties;
}

interface WrittenStyle extends Style {
  readonly basedOn: string | undefined;
}

const LONGEST_ANCESTRY = 32;
const NOTHING: Style = { run: {}, paragraph: {} };

/** Reads the styles part; a document without one has no styles. */
export function readStyles(xml: XmlReader | undefined): Styles {
  const written = new Map<string, WrittenStyle>();
  const resolved = new Map<string, Style>();
  let defaults = NOTHING;
  let defaultId: string | undefined;
  if (xml?.next() === 'open') {
    xml.eachChild((name) => {
      if (name === 'w:docDefaults') defaults = readDefaults(xml);
      if (name !== 'w:style') return;
      const id = xml.attribute('styleId') ?? '';
      if (xml.attribute('type') === 'paragraph' && xml.attribute('default') === '1') defaultId = id;
      written.set(id, readStyle(xml));
    });
  }
  const resolve = (id: string): Style => {
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const style = inherit(id, written, defaults);
    resolved.set(id, style);
    return style;
  };
  return {
    paragraph: (id) => resolve(id !== undefined && written.has(id) ? id : (defaultId ?? '')),
    character: (id) => inherit(id, written, NOTHING).run,
  };
}

/** Nearest word wins; an ancestry that runs in a circle is cut. */
function inherit(id: string, written: ReadonlyMap<string, WrittenStyle>, defaults: Style): Style {
  let style: Style = NOTHING;
  let next: string | undefined = id;
  for (let generation = 0; generation < LONGEST_ANCESTRY && next !== undefined; generation++) {
    const ancestor = written.get(next);
    if (ancestor === undefined) break;
    style = overlay(ancestor, style);
    next = ancestor.basedOn;
  }
  return overlay(defaults, style);
}

function overlay(under: Style, over: Style): Style {
  return { run: { ...under.run, ...over.run }, paragraph: { ...under.paragraph, ...over.paragraph } };
}

function readStyle(xml: XmlReader): WrittenStyle {
  let run: RunProperties = {};
  let paragraph: ParagraphProperties = {};
  let basedOn: string | undefined;
  xml.eachChild((name) => {
    if (name === 'w:rPr') run = readRunProperties(xml);
    else if (name === 'w:pPr') paragraph = readParagraphProperties(xml);
    else if (name === 'w:basedOn') basedOn = xml.attribute('val');
  });
  return { run, paragraph, basedOn };
}

function readDefaults(xml: XmlReader): Style {
  let run: RunProperties = {};
  let paragraph: ParagraphProperties = {};
  xml.eachChild((outer) => {
    if (outer !== 'w:rPrDefault' && outer !== 'w:pPrDefault') return;
    xml.eachChild((name) => {
      if (name === 'w:rPr') run = readRunProperties(xml);
      else if (name === 'w:pPr') paragraph = readParagraphProperties(xml);
    });
  });
  return { run, paragraph };
}
