import type { PlainDate } from '#platform/clock/plain-date.ts';
import { formatDate, formatNumber, formatWeekday } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { digestLink, ownChoiceLink } from '../links.ts';
import type { Channel } from '../notice-choice/notice-choice.ts';
import type { WrittenPart } from './digest.ts';
import type { Texts } from './texts.ts';

/** A letter of a morning before it is put into words. */
export interface Letter {
  readonly office: string;
  readonly day: PlainDate;
  /** Where people reach the product. */
  readonly baseUrl: string;
  readonly parts: readonly WrittenPart[];
}

/** Two parts of a short message that is not plain Latin. */
const longestShort = 134;
/** What one message of a messenger holds, with room for the links at its end. */
const longestMessage = 1_700;

/**
 * The letter in plain text: every line with its link, then where it stands in the app and how to be told otherwise. A
 * short message says how much there is of each part, a messenger as many whole lines as it holds.
 */
export function letterOf(
  t: Texts['letter'],
  lang: Lang,
  channel: Channel,
  letter: Letter,
): { readonly subject: string; readonly text: string } {
  const { office, day, baseUrl, parts } = letter;
  const sums = parts
    .map((part) => t.sum(part.title.toLowerCase(), formatNumber(lang, part.total)))
    .join(', ');
  const subject = cut(t.subject(formatDate(day), sums), 150);
  const whole = `${baseUrl}${digestLink(day)}`;
  if (channel === 'sms') return { subject, text: `${cut(sums, longestShort - whole.length - 1)} ${whole}` };
  const head = t.head(formatWeekday(lang, day), formatDate(day), office);
  const lines = parts.flatMap((part) => linesOf(t, lang, baseUrl, part));
  const body = channel === 'zalo' ? whileRoom(lines, longestMessage - head.length) : lines;
  const foot = [t.whole(whole), t.choose(`${baseUrl}${ownChoiceLink}`)];
  return { subject, text: [head, ...body, '', ...foot].join('\n') };
}

function linesOf(t: Texts['letter'], lang: Lang, baseUrl: string, part: WrittenPart): string[] {
  const left = part.total - part.lines.length;
  return [
    `\n${t.part(part.title.toUpperCase(), formatNumber(lang, part.total))}`,
    ...part.lines.map(({ text, href, insteadOf }) => {
      const said = insteadOf === null ? text : t.insteadOf(text, insteadOf);
      return `- ${said}\n  ${baseUrl}${href}`;
    }),
    ...(left > 0 ? [t.more(formatNumber(lang, left))] : []),
  ];
}

function whileRoom(lines: readonly string[], room: number): string[] {
  let left = room;
  const fitting = lines.findIndex((line) => {
    left -= line.length + 1;
    return left < 0;
  });
  return fitting === -1 ? [...lines] : lines.slice(0, fitting);
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, Math.max(most - 1, 1)).trimEnd()}…`;
}
