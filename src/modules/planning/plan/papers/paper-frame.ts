import { partsOf, parsePlainDate, type PlainDate } from '#platform/clock/plain-date.ts';
import type { Paper, PaperEnding } from '#platform/docgen/paper.ts';
import type { PlanHead } from '../../reading/plan-reading.ts';
import { paperWords } from '../texts.ts';
import { dayInWords } from './day-in-words.ts';

/** What stands above the title and where, for a paper of the body that issues the plan. */
export type PaperTop = Pick<Paper, 'issuer' | 'number' | 'placeAndDate' | 'laidOutOn'>;

/** The top of a plan's paper; number and day stay blank until it has them. `today` is the day of a draft. */
export function planTop(head: PlanHead, today: PlainDate): PaperTop {
  const date = head.date === null ? undefined : parsePlainDate(head.date);
  return {
    laidOutOn: date ?? today,
    issuer: issuerOf(head),
    number: head.number === null ? paperWords.numberBlank('KH') : paperWords.number(head.number),
    placeAndDate: placeAndDate(head, date, today),
  };
}

/** The top of a paper about a plan, not numbered yet: of a report or of a notice. */
export function draftTop(head: PlanHead, symbol: 'BC' | 'TB', today: PlainDate): PaperTop {
  return {
    ...planTop({ ...head, number: null, date: null }, today),
    number: paperWords.numberBlank(symbol),
  };
}

/** The body that issues, in full and in two lines; as it is known where its commune is not. */
export function issuerOf(head: PlanHead): string {
  if (head.commune === null) return head.issuer ?? paperWords.committee;
  return paperWords.committeeOf(head.level ?? '', head.commune);
}

/** Recipients and signature; who signs a draft is not known yet. */
export function planEnding(head: PlanHead): PaperEnding {
  const recipients = head.recipients.length > 0 ? head.recipients : [paperWords.archive];
  const { name, title, authority } = head.signer;
  const known = title !== null;
  return {
    recipientsLabel: paperWords.recipientsLabel,
    recipients: recipients.map(
      (recipient, index) => `- ${recipient}${index === recipients.length - 1 ? '.' : ';'}`,
    ),
    ...authorityOf(authority ?? (known ? null : paperWords.authority)),
    position: title ?? paperWords.position,
    signer: name ?? '',
  };
}

function authorityOf(authority: string | null): { authority?: string } {
  return authority ? { authority: authority.replaceAll(', ', '\n') } : {};
}

function placeAndDate(head: PlanHead, date: PlainDate | undefined, today: PlainDate): string {
  const place = head.commune ?? paperWords.placeBlank;
  if (date === undefined) {
    const year = String(partsOf(today).year);
    return paperWords.placeAndDate(place, paperWords.dayBlank, paperWords.dayBlank, year);
  }
  return paperWords.placeAndDate(place, ...dayInWords(date));
}
