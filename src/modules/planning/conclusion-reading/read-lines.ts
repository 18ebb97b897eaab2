import type { PlainDate } from '#platform/clock/plain-date.ts';
import { longestLine } from '../conclusion/conclusion.ts';
import { readDue } from '../reading/deadline.ts';
import { bare } from '../reading/letters.ts';
import { levelWord } from '../reading/plan-head.ts';
import { doersOf } from '../reading/sentence-doers.ts';
import { timedDuty } from '../reading/timed-duty.ts';
import { timePhraseIn } from '../reading/time-phrase.ts';
import type { ProposedLine } from './conclusion-reading.ts';

/** How a point of a conclusion begins: "1.", "2.3.", "IV.", "a)", "-", "+", "•". */
const point = /^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]|[ivx]{1,5}\.|[a-zđ][)]|[-+•–*])\s+/i;
const shortest = 12;
/** Letters of a point in which who and until when are looked for: the grammars take time for each. */
const longestRead = 800;
/** Paragraphs before the first point that are looked at. */
const mostBefore = 200;
/** What ends the points of a paper. */
const recipients = /^noi nhan\s*:/;
/** Words by which a sentence charges whoever stands before or behind them. */
const charges = /(?<![a-z])(?:chu tri|giao)(?![a-z])/;

/** Of an office: its level as addresses name it, and the names of its units. */
interface Office {
  readonly level: string;
  readonly knownUnits: readonly string[];
}

/**
 * The points of a pasted or read text with who is charged and until when, by the grammars that read plans; a line that
 * begins no point goes on with the one before. What stands before the first point is left out unless it charges somebody,
 * and so is what stands from the recipients on. A year that is not printed is that of the document. At most `most`.
 */
export function proposeLines(
  text: string,
  on: PlainDate,
  office: Office,
  most: number,
): { lines: ProposedLine[]; isCut: boolean } {
  const year = Number(on.slice(0, 4));
  const years = { from: year, to: year };
  const commune = { ...office, level: levelWord(office.level) };
  const { before, points } = pointsOf(text);
  const opening = before.slice(-mostBefore).map((words) => propose(words, years, commune));
  const charged = points.length < 2 ? opening : opening.filter((line) => line.isTask);
  const lines = points.slice(0, most).map((words) => propose(words, years, commune));
  return {
    lines: [...charged, ...lines].slice(0, most),
    isCut: charged.length + points.length > most,
  };
}

/** The paragraphs before the first point, and the points. */
function pointsOf(text: string): { before: string[]; points: string[] } {
  const all: string[] = [];
  let first: number | undefined;
  for (const line of text.normalize('NFC').split(/\r?\n/)) {
    const words = line
      .slice(0, 2 * longestLine)
      .replaceAll(/\s+/g, ' ')
      .trim();
    if (words === '') continue;
    if (recipients.test(bare(words))) break;
    const begins = point.test(words);
    if (begins) first ??= all.length;
    const last = all.at(-1);
    // A sentence that stops in the middle goes on with the next line.
    const goesOn = last !== undefined && !begins && (first !== undefined || !/[.;:!?]$/.test(last));
    if (goesOn) {
      if (last.length < longestLine) all[all.length - 1] = `${last} ${words}`;
    } else all.push(words.replace(point, '').trim());
  }
  // Headings in capitals are no points, unless the whole paper is written so.
  const isHeading = (words: string) => words === words.toUpperCase();
  const isAllCapitals = all.every(isHeading);
  const whole = (paragraphs: readonly string[]) =>
    paragraphs
      .filter((words) => words.length >= shortest && /\p{L}{2}/u.test(words))
      .filter((words) => isAllCapitals || !isHeading(words))
      .map((words) => words.slice(0, longestLine));
  return { before: whole(all.slice(0, first ?? all.length)), points: whole(all.slice(first ?? all.length)) };
}

function propose(
  text: string,
  years: { readonly from: number; readonly to: number },
  office: Office,
): ProposedLine {
  const read = text.slice(0, longestRead);
  const timed = timedDuty(read, years, office);
  const phrase = timed?.time ?? timePhraseIn(read);
  const due = phrase === null ? null : (readDue(phrase, years)?.due ?? null);
  const said = timed ?? doersOf(read, office);
  // What opens a sentence is a unit only where the office has one of that name, or the sentence charges it.
  const isOwn = (unit: string) => office.knownUnits.includes(unit);
  const lead = said.lead.filter(isOwn);
  const charged = charges.test(bare(read)) ? [...said.lead, ...said.coordinators] : said.coordinators;
  const dueOn = due?.kind === 'date' || due?.kind === 'month' || due?.kind === 'quarters' ? due.to : null;
  const duty = timed && text.length <= longestRead ? timed.duty : text;
  return {
    text,
    title: duty.slice(0, 1_000),
    unit: lead[0] ?? '',
    coordinating: [...lead.slice(1), ...said.coordinators.filter(isOwn)],
    unmatched: [...new Set(charged.filter((unit) => !isOwn(unit)))],
    dueText: phrase ?? '',
    dueOn: dueOn as PlainDate | null,
    isTask: lead.length > 0 || dueOn !== null,
  };
}
