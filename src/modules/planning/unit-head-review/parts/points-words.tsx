import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { texts } from '../texts.ts';

/** Points or a share as people read them; missing data is never a zero. */
export function pointsWords(lang: Lang, points: number | null | undefined): string {
  return points === null || points === undefined ? texts(lang).noPoints : formatNumber(lang, points);
}

/** A number as a form holds it, with the decimal comma that people type. */
export function typedNumber(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value).replace('.', ',');
}
