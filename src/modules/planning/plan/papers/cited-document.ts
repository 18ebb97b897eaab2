import { parsePlainDate } from '#platform/clock/plain-date.ts';
import type { Citation } from '../../reading/plan-reading.ts';
import { paperWords } from '../texts.ts';
import { dayInWords } from './day-in-words.ts';

/** A document as papers name it: type, number, day and issuer, as far as known. */
export function documentName(citation: Citation): string {
  const words = paperWords.document;
  const date = citation.date === null ? undefined : parsePlainDate(citation.date);
  return [
    citation.type ?? words.unnamed,
    citation.number === null ? '' : words.number(citation.number),
    date === undefined ? '' : words.date(...dayInWords(date)),
    citation.issuer === null ? '' : words.issuer(citation.issuer),
  ]
    .filter((part) => part !== '')
    .join(' ');
}
