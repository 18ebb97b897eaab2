import { type DuePart, type PlanYears, readDays, readMonths, readQuarters, readYears } from './due-parts.ts';
import { readEvent, readRhythm } from './due-rhythm.ts';
import { TIME_WORD } from './due-words.ts';
import { bare, oneLine } from './letters.ts';
import type { Due } from './plan-reading.ts';

const LONGEST_PHRASE = 600;

export interface DueRead {
  due: Due;
  /** False when words of time are left over: the reading then holds only a part of what is printed. */
  whole: boolean;
}

/**
 * Reads a deadline as printed in a plan; null when the phrase is not understood.
 *
 * A year that is not printed is the plan's, when the plan is for one year. Grammars are tried from the most to the
 * least telling: an event or request, a rhythm, days, months, quarters, years, "thường xuyên".
 */
export function readDue(phrase: string, years: PlanYears): DueRead | null {
  const printed = oneLine(phrase).replace(/[“”"]/g, '');
  if (printed === '' || printed.length > LONGEST_PHRASE) return null;
  const text = bare(printed);
  const part = firstPart(text, printed, years);
  if (!part) return null;
  const left = `${text.slice(0, part.start)} ${text.slice(part.end)}`;
  return { due: part.due, whole: !TIME_WORD.test(left) };
}

function firstPart(text: string, printed: string, years: PlanYears): DuePart | undefined {
  const ongoing = text.indexOf('thuong xuyen');
  if (ongoing === 0 || (ongoing > 0 && !/\d|hang|dinh ky/.test(text))) return ongoingPart(text, ongoing);
  return (
    readEvent(text, printed) ??
    readRhythm(text) ??
    readDays(text, years) ??
    readMonths(text, years) ??
    readQuarters(text, years) ??
    readYears(text, years) ??
    (/lien tuc|xuyen suot/.test(text) ? ongoingPart(text, 0) : undefined)
  );
}

function ongoingPart(text: string, start: number): DuePart {
  const behind =
    /^thuong xuyen(?:,? (?:lien tuc|hang ngay|trong (?:ca )?nam(?: 20\d\d)?|ca nam|nam 20\d\d))*/.exec(
      text.slice(start),
    );
  return {
    due: { kind: 'ongoing', from: null, to: null, recurrence: null },
    start,
    end: behind ? start + behind[0].length : text.length,
  };
}
