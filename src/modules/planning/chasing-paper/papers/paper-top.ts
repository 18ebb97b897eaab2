import type { PaperFrame } from '#modules/casework/index.server.ts';
import { type PlainDate, partsOf } from '#platform/clock/plain-date.ts';
import type { Paper, PaperEnding } from '#platform/docgen/paper.ts';
import type { TenantRef } from '#platform/session/ctx.ts';
import { dayInWords } from '../../plan/papers/day-in-words.ts';
import { paperWords as planWords } from '../../plan/texts.ts';
import { paperWords } from '../texts.ts';

type Office = Pick<TenantRef, 'name'>;

/** Everything around what a paper says. @law nd-30-2020 pl1 */
export function frameOf(
  office: Office,
  frame: PaperFrame,
  today: PlainDate,
): Pick<Paper, 'laidOutOn' | 'issuer' | 'number' | 'placeAndDate' | 'urgency' | 'bases' | 'ending'> {
  const { level, place } = placeOf(office);
  const { dayBlank } = planWords;
  const date: readonly [string, string, string] = frame.on
    ? dayInWords(frame.on)
    : [dayBlank, dayBlank, String(partsOf(today).year)];
  const number = frame.number === null ? '      ' : String(frame.number).padStart(2, '0');
  return {
    laidOutOn: frame.on ?? today,
    issuer: planWords.committeeOf(level, place),
    number: planWords.number(`${number}/${frame.symbol}`),
    placeAndDate: planWords.placeAndDate(place, ...date),
    ...(frame.urgency === 'none' ? {} : { urgency: paperWords.urgency[frame.urgency] }),
    bases: [],
    ending: endingOf(frame),
  };
}

/** What stands under the title of an annex: the paper that it belongs to. @law nd-30-2020 pl1 */
export function attachedNote(office: Office, frame: PaperFrame, name: string): string {
  if (frame.number === null || !frame.on) return paperWords.attached(name);
  const number = `${String(frame.number).padStart(2, '0')}/${frame.symbol}`;
  return paperWords.attachedTo(name, number, dayInWords(frame.on), committeeOf(office));
}

/** The committee as it calls itself in a sentence. */
export function committeeOf(office: Office): string {
  const { level, place } = placeOf(office);
  return planWords.committeeOf(level, place).replace('\n', ' ');
}

/** The name of an office begins with its level. */
function placeOf(office: Office): { level: string; place: string } {
  const name = office.name.normalize('NFC');
  const level = paperWords.levels.find((one) => name.toLowerCase().startsWith(`${one} `));
  return level ? { level, place: name.slice(level.length + 1) } : { level: '', place: name };
}

function endingOf(frame: PaperFrame): PaperEnding {
  const lines = frame.recipients
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const authority = frame.authority === 'none' ? undefined : paperWords.authority[frame.authority];
  return {
    recipientsLabel: planWords.recipientsLabel,
    recipients: lines.map((line, index) => `- ${line}${index === lines.length - 1 ? '.' : ';'}`),
    ...(authority === undefined ? {} : { authority }),
    position: frame.signerPosition,
    signer: frame.signerName,
  };
}
