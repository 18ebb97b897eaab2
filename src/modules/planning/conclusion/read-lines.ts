import type { PlainDate } from '#platform/clock/plain-date.ts';
import { readDue } from '../reading/deadline.ts';
import { doersOf } from '../reading/sentence-doers.ts';
import { timedDuty } from '../reading/timed-duty.ts';
import { timePhraseIn } from '../reading/time-phrase.ts';
import { longestLine, mostAtOnce } from './conclusion.ts';

/** What a line of a conclusion seems to say; a person confirms it or says otherwise. */
export interface ProposedLine {
  readonly text: string;
  readonly title: string;
  /** The unit that leads, as printed or as the office spells it; empty where none is named. */
  readonly unit: string;
  readonly coordinating: readonly string[];
  readonly dueText: string;
  readonly dueOn: PlainDate | null;
  /** True where it names who is charged, or until when. */
  readonly isTask: boolean;
}

/** How a point of a conclusion begins: "1.", "2.3.", "a)", "-", "+", "•". */
const point = /^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ][)]|[-+•–*])\s+/i;
const shortest = 12;

/**
 * The points of a pasted or read text with who is charged and until when, by the grammars that read plans; a line that
 * begins no point goes on with the one before. A year that is not printed is that of the document.
 */
export function proposeLines(
  text: string,
  on: PlainDate,
  office: { readonly level: string; readonly knownUnits: readonly string[] },
): { lines: ProposedLine[]; isCut: boolean } {
  const year = Number(on.slice(0, 4));
  const points = pointsOf(text);
  const lines = points.slice(0, mostAtOnce).map((words) => propose(words, { from: year, to: year }, office));
  return { lines, isCut: points.length > mostAtOnce };
}

function pointsOf(text: string): string[] {
  const points: string[] = [];
  let hasPoints = false;
  for (const line of text.normalize('NFC').split(/\r?\n/)) {
    const words = line.replaceAll(/\s+/g, ' ').trim();
    if (words === '') continue;
    const begins = point.test(words);
    hasPoints ||= begins;
    const before = points.at(-1);
    // A sentence that stops in the middle goes on with the next line.
    const goesOn = before !== undefined && !begins && (hasPoints || !/[.;:!?]$/.test(before));
    if (goesOn) points[points.length - 1] = `${before} ${words}`;
    else points.push(words.replace(point, '').trim());
  }
  return points
    .filter((words) => words.length >= shortest && /\p{L}{2}/u.test(words))
    .map((words) => words.slice(0, longestLine));
}

function propose(
  text: string,
  years: { readonly from: number; readonly to: number },
  office: Parameters<typeof proposeLines>[2],
): ProposedLine {
  const timed = timedDuty(text, years, office);
  const phrase = timed?.time ?? timePhraseIn(text);
  const due = phrase === null ? null : (readDue(phrase, years)?.due ?? null);
  const said = timed ?? doersOf(text, office);
  // What opens a sentence is a unit only where the office has one of that name.
  const ofOffice = (units: readonly string[]) => units.filter((unit) => office.knownUnits.includes(unit));
  const [lead, coordinators] = [ofOffice(said.lead), ofOffice(said.coordinators)];
  const dueOn = due?.kind === 'date' || due?.kind === 'month' || due?.kind === 'quarters' ? due.to : null;
  return {
    text,
    title: (timed?.duty ?? text).slice(0, 1_000),
    unit: lead[0] ?? '',
    coordinating: [...lead.slice(1), ...coordinators],
    dueText: phrase ?? '',
    dueOn: dueOn as PlainDate | null,
    isTask: lead.length > 0 || dueOn !== null,
  };
}
