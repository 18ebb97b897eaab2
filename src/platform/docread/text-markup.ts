/** A line freed of the marks that converters to text leave behind. */
export interface PlainLine {
  text: string;
  bold?: true;
  /** Depth of a "#" heading, from 0. */
  level?: number;
}

const TAG = /<(\/?)(b|strong|i|em|u|p|div|span|sup|sub|ul|ol|li|br|table|tr|td|th|font)\b[^<>]{0,200}>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/**
 * Takes Markdown emphasis, heading marks, HTML tags and scanner notes off a line.
 *
 * List items and line breaks become line feeds, so that a cell keeps its paragraphs. A lone star in brackets, "(*)",
 * is a footnote mark and stays.
 */
export function withoutMarkup(line: string): PlainLine {
  let text = line.trim();
  let bold = false;
  let level: number | undefined;
  if (text.startsWith('#')) {
    const marks = /^(#{1,6})\s+/.exec(text);
    if (marks?.[1]) {
      level = marks[1].length - 1;
      text = text.slice(marks[0].length);
    }
  }
  if (text.includes('<')) {
    bold = /^<(?:b|strong)>/i.test(text);
    text = text.replace(TAG, (_tag, closing: string, name: string) =>
      tagText(closing === '/', name.toLowerCase()),
    );
  }
  if (text.includes('&'))
    text = text.replace(/&(?:nbsp|amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
  if (text.includes('*')) {
    bold ||= text.startsWith('**');
    text = text.replace(/^\* (?=\S)/, '- ').replace(/(?<!\()\*+|\*+(?!\))/g, '');
  }
  text = text.replace(/\[(?:signature|image|stamp|seal)\]/gi, '');
  return {
    text: foldSpaces(text),
    ...(bold ? { bold: true as const } : {}),
    ...(level === undefined ? {} : { level }),
  };
}

function tagText(closing: boolean, name: string): string {
  if (name === 'br' || (name === 'li' && !closing)) return '\n';
  return name === 'li' || name === 'ul' || name === 'ol' || name === 'p' ? ' ' : '';
}

function foldSpaces(text: string): string {
  return text
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}
