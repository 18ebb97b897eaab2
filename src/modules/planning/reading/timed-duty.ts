import { type Commune, unitsIn } from './commune-units.ts';
import { readDue } from './deadline.ts';
import type { PlanYears } from './due-parts.ts';
import { bare } from './letters.ts';
import { helpersBefore, type SentenceDoers } from './sentence-doers.ts';

/** A duty freed from the time and the units that its sentence opens with. */
export interface TimedDuty extends SentenceDoers {
  duty: string;
  time: string;
}

const LEADS = /^(.{4,240}?)\s+chu tri,?\s+(?:va )?/;
const HELPED = /^phoi hop(?: chat che)?(?: voi| cung)\s+/;
const STOP = /[.;:]\s/;
const SHORTEST_DUTY = 8;

/**
 * Splits a sentence that opens with a time, then who leads: "Trước ngày 10/02/2026, Phòng A chủ trì, phối hợp với B
 * xây dựng Kế hoạch …"; the unit may stand before the time. Undefined for a sentence built in any other way.
 */
export function timedDuty(sentence: string, years: PlanYears, commune: Commune): TimedDuty | undefined {
  const plain = bare(sentence);
  const leads = LEADS.exec(plain);
  if (!leads || STOP.test(leads[1] ?? '')) return undefined;
  const opening = openingOf(sentence.slice(0, leads[1]?.length), years, commune);
  if (!opening) return undefined;
  let at = leads[0].length;
  let coordinators: string[] = [];
  const helped = HELPED.exec(plain.slice(at));
  if (helped) {
    at += helped[0].length;
    const helpers = helpersBefore(sentence.slice(at), commune);
    if (!helpers) return undefined;
    coordinators = helpers.units;
    at += helpers.end;
  }
  const duty = sentence.slice(at).replace(/^[\s,]+|[\s.;]+$/gu, '');
  return duty.length < SHORTEST_DUTY ? undefined : { ...opening, coordinators, duty };
}

/** The time and the units of an opening, in either order; a comma parts them rather than a space does. */
function openingOf(
  opening: string,
  years: PlanYears,
  commune: Commune,
): { time: string; lead: string[] } | undefined {
  const gaps = [...opening.matchAll(/,\s+/g), ...opening.matchAll(/(?<!,)\s+/g)];
  for (const gap of gaps) {
    const first = opening.slice(0, gap.index);
    const second = opening.slice(gap.index + gap[0].length).replace(/,\s*$/, '');
    for (const [time, who] of [
      [first, second],
      [second, first],
    ] as const) {
      const { units, unknown } = unitsIn(who, commune);
      if (units.length > 0 && unknown.length === 0 && readDue(time, years)?.whole)
        return { time, lead: units };
    }
  }
  return undefined;
}
