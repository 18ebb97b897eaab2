import type { PlainDate } from '#platform/clock/plain-date.ts';
import { addDays } from '#platform/clock/plain-date.ts';

/** Something that a calendar shows: on whole days (both counted), or from one moment to another. */
export interface FileEntry {
  /** Stays the same for as long as it is the same thing, wherever it is published. */
  readonly uid: string;
  readonly when:
    | { readonly kind: 'days'; readonly from: PlainDate; readonly to: PlainDate }
    | { readonly kind: 'hours'; readonly from: Date; readonly to: Date };
  readonly summary: string;
  readonly description: string;
  /** Where it takes place. */
  readonly location?: string;
  readonly url: string;
  readonly categories: readonly string[];
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  readonly changedAt: Date;
  /** How often it was changed. */
  readonly sequence: number;
}

export interface CalendarFile {
  readonly name: string;
  readonly description: string;
  readonly lang: string;
  /** After how many minutes a program may ask again; left out where the file is taken once. */
  readonly refreshMinutes?: number;
  readonly entries: readonly FileEntry[];
}

export const calendarMediaType = 'text/calendar; charset=utf-8';

const zone = 'Asia/Ho_Chi_Minh';
/** Indochina has had one offset since 1975. */
const offsetMs = 7 * 3_600_000;
const zoneLines = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:STANDARD',
  'DTSTART:19750613T000000',
  'TZOFFSETFROM:+0700',
  'TZOFFSETTO:+0700',
  'TZNAME:+07',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** The calendar as a file (RFC 5545): no alarms, and nothing of it makes anybody busy. */
export function writeCalendar(file: CalendarFile): string {
  const name = text(file.name);
  const description = text(file.description);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Sau Ro//Calendar//${file.lang.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    folded(`NAME:${name}`),
    folded(`X-WR-CALNAME:${name}`),
    folded(`DESCRIPTION:${description}`),
    folded(`X-WR-CALDESC:${description}`),
    `X-WR-TIMEZONE:${zone}`,
    ...(file.refreshMinutes === undefined ? [] : refreshLines(file.refreshMinutes)),
    ...(file.entries.some(({ when }) => when.kind === 'hours') ? zoneLines : []),
    ...file.entries.map(written),
    'END:VCALENDAR',
    '',
  ];
  return lines.join('\r\n');
}

function refreshLines(minutes: number): string[] {
  return [`REFRESH-INTERVAL;VALUE=DURATION:PT${minutes}M`, `X-PUBLISHED-TTL:PT${minutes}M`];
}

/** The lines of an entry as one text; those that are not folded hold nothing of any length. */
function written(entry: FileEntry): string {
  const changed = instant(entry.changedAt);
  const description =
    entry.description === '' ? '' : `${folded(`DESCRIPTION:${text(entry.description)}`)}\r\n`;
  const location = entry.location ? `${folded(`LOCATION:${text(entry.location)}`)}\r\n` : '';
  const categories =
    entry.categories.length === 0
      ? ''
      : `${folded(`CATEGORIES:${entry.categories.map(text).join(',')}`)}\r\n`;
  return `BEGIN:VEVENT\r
${folded(`UID:${text(entry.uid)}`)}\r
DTSTAMP:${changed}\r
LAST-MODIFIED:${changed}\r
SEQUENCE:${entry.sequence}\r
${times(entry.when)}\r
${folded(`SUMMARY:${text(entry.summary)}`)}\r
${description}${location}${categories}${folded(`URL:${address(entry.url)}`)}\r
STATUS:${entry.status}\r
TRANSP:TRANSPARENT\r
X-MICROSOFT-CDO-BUSYSTATUS:FREE\r
CLASS:PRIVATE\r
END:VEVENT`;
}

function times(when: FileEntry['when']): string {
  return when.kind === 'days'
    ? `DTSTART;VALUE=DATE:${day(when.from)}\r\nDTEND;VALUE=DATE:${day(addDays(when.to, 1))}`
    : `DTSTART;TZID=${zone}:${local(when.from)}\r\nDTEND;TZID=${zone}:${local(when.to)}`;
}

/** A text as the format wants it: marked where it separates, without signs that no program shows. */
function text(given: string): string {
  const letters = given.normalize('NFC');
  const seen = unseen.test(letters)
    ? letters.replaceAll(/\r\n?/g, '\n').replaceAll(new RegExp(unseen, 'g'), ' ')
    : letters;
  return seen.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll('\n', '\\n');
}

const unseen = /[\u0000-\u0009\u000b-\u001f\u007f]/;

/** An address holds no sign that could begin another line. */
function address(url: string): string {
  return new URL(url).href;
}

function day(date: PlainDate): string {
  return date.replaceAll('-', '');
}

function instant(at: Date): string {
  const iso = at.toISOString();
  return `${day(iso.slice(0, 10) as PlainDate)}T${iso.slice(11, 19).replaceAll(':', '')}Z`;
}

function local(at: Date): string {
  return instant(new Date(at.getTime() + offsetMs)).slice(0, -1);
}

/** The longest line of the format, in octets without its end. */
const longestLine = 75;

/**
 * A line cut into lines of at most 75 octets, never within a letter. The octets are counted and not written: making
 * thousands of lines bytes and letters again took longer than all else.
 */
function folded(line: string): string {
  if (line.length * 3 <= longestLine) return line;
  const parts: string[] = [];
  let begin = 0;
  let octets = 0;
  for (let at = 0; at < line.length; at += 1) {
    const size = octetsOf(line.charCodeAt(at));
    if (octets + size > longestLine) {
      parts.push(line.slice(begin, at));
      begin = at;
      // Every line but the first begins with a space of one octet.
      octets = 1;
    }
    octets += size;
  }
  return begin === 0 ? line : `${parts.join('\r\n ')}\r\n ${line.slice(begin)}`;
}

/** How many octets of UTF-8 a unit of a string adds: of a pair, the first counts all four, so that it is never parted. */
function octetsOf(unit: number): number {
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  if (unit < 0xd800 || unit > 0xdfff) return 3;
  return unit < 0xdc00 ? 4 : 0;
}
