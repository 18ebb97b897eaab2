import { conclusionLink, conclusionsLink } from '../links.ts';

/** The form of a new conclusion (GET), and where it is sent (POST). */
export const newConclusionLink = `${conclusionsLink}/moi`;

/** What was read in a file of a conclusion, for the one who had it read; `from` is the first point of those shown. */
export function conclusionReadingLink(conclusionId: string, readingId: string, from = 1): string {
  const read = `${conclusionLink(conclusionId, 'doc')}/${readingId}`;
  return from > 1 ? `${read}?tu=${from}` : read;
}

/** One line of a conclusion: the form that decides about it (GET), and where it is sent (POST). */
export function conclusionLineLink(conclusionId: string, lineId: string): string {
  return `${conclusionLink(conclusionId, 'dong')}/${lineId}`;
}

/** Takes lines back that were confirmed together (POST). */
export function takeLinesBackLink(conclusionId: string, batchId: string): string {
  return `${conclusionLink(conclusionId)}/dot/${batchId}/hoan-tac`;
}
