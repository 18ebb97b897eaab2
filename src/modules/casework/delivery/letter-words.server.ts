import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Channel } from '../notice-choice/notice-choice.ts';
import { texts } from './texts.ts';

/** One matter in a letter: what happened to what, what was said with it, and where it is opened. */
export interface LetterLine {
  readonly what: string;
  readonly title: string;
  readonly note: string;
  readonly link: string;
}

const mostLines = 30;
const longestSubject = 150;
/** Two parts of a short message that is not plain Latin. */
const longestShort = 134;

/** What a letter about notices says: a mail all of them, a short message how many and the first. */
export function letterWords(
  lang: Lang,
  channel: Channel,
  office: string,
  lines: readonly LetterLine[],
): { readonly subject: string; readonly text: string } {
  const t = texts(lang).letter;
  const [first] = lines;
  if (!first) throw new Error('a letter says something');
  const head =
    lines.length === 1 ? `${first.what}: ${first.title}` : t.several(formatNumber(lang, lines.length));
  const subject = cut(head, longestSubject);
  if (channel === 'sms') {
    const room = longestShort - first.link.length - 1;
    return { subject, text: `${cut(`${t.program}: ${head}`, Math.max(room, 20))} ${first.link}` };
  }
  const shown = lines
    .slice(0, mostLines)
    .map(({ what, title, note, link }) => [`${what}: ${title}`, note, link].filter(Boolean).join('\n'));
  const more = lines.length > mostLines ? [t.more(formatNumber(lang, lines.length - mostLines))] : [];
  return { subject, text: [...shown, ...more, `${t.from(office)}\n${t.choice}`].join('\n\n') };
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
