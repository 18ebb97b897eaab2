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
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Sau Ro//Calendar//${file.lang.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${text(file.name)}`,
    `X-WR-CALNAME:${text(file.name)}`,
    `DESCRIPTION:${text(file.description)}`,
    `X-WR-CALDESC:${text(file.description)}`,
    `X-WR-TIMEZONE:${zone}`,
    ...(file.refreshMinutes === undefined ? [] : refreshLines(file.refreshMinutes)),
    ...(file.entries.some(({ when }) => when.kind === 'hours') ? zoneLines : []),
    ...file.entries.flatMap(entryLines),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function refreshLines(minutes: number): string[] {
  return [`REFRESH-INTERVAL;VALUE=DURATION:PT${minutes}M`, `X-PUBLISHED-TTL:PT${minutes}M`];
}

function entryLines(entry: FileEntry): string[] {
  const { when } = entry;
  const changed = instant(entry.changedAt);
  return [
    'BEGIN:VEVENT',
    `UID:${text(entry.uid)}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${entry.sequence}`,
    ...(when.kind === 'days'
      ? [`DTSTART;VALUE=DATE:${day(when.from)}`, `DTEND;VALUE=DATE:${day(addDays(when.to, 1))}`]
      : [`DTSTART;TZID=${zone}:${local(when.from)}`, `DTEND;TZID=${zone}:${local(when.to)}`]),
    `SUMMARY:${text(entry.summary)}`,
    ...(entry.description === '' ? [] : [`DESCRIPTION:${text(entry.description)}`]),
    ...(entry.location ? [`LOCATION:${text(entry.location)}`] : []),
    ...(entry.categories.length === 0 ? [] : [`CATEGORIES:${entry.categories.map(text).join(',')}`]),
    `URL:${address(entry.url)}`,
    `STATUS:${entry.status}`,
    'TRANSP:TRANSPARENT',
    'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
    'CLASS:PRIVATE',
    'END:VEVENT',
  ];
}

/** A text as the format wants it: marked where it separates, without signs that no program shows. */
function text(given: string): string {
  const letters = given.normalize('NFC');
  if (!marked.test(letters)) return letters;
  return letters
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(unseen, ' ')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

const marked = /[\u0000-\u001f\u007f\\;,]/;
const unseen = /[\u0000-\u0009\u000b-\u001f\u007f]/g;

/** An address holds no sign that could begin another line. */
function address(url: string): string {
  return new URL(url).href;
}

function day(date: PlainDate): string {
  return date.replaceAll('-', '');
}

function instant(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function local(at: Date): string {
  return instant(new Date(at.getTime() + offsetMs)).slice(0, -1);
}

/** The longest line of the format, in octets without its end. */
const longestLine = 75;

/** A line cut into lines of at most 75 octets, never within a letter. */
function folded(line: string): string {
  if (line.length * 3 <= longestLine) return line;
  const octets = Buffer.from(line);
  if (octets.length <= longestLine) return line;
  const parts: string[] = [];
  for (let begin = 0; begin < octets.length; ) {
    // Every line but the first begins with a space of one octet.
    let end = Math.min(begin + longestLine - (begin === 0 ? 0 : 1), octets.length);
    while (isWithinLetter(octets[end])) end -= 1;
    parts.push(octets.toString('utf8', begin, end));
    begin = end;
  }
  return parts.join('\r\n ');
}

/** Whether a letter that was begun goes on with this octet of UTF-8. */
function isWithinLetter(octet: number | undefined): boolean {
  return octet !== undefined && (octet & 0xc0) === 0x80;
}
