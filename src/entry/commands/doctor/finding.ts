import type { Lang } from '#platform/i18n/lang.ts';
import type { Sentence } from '#platform/config/start-refusal.ts';
import type { Translation } from '#platform/i18n/texts.ts';
import { type DoctorTexts, texts } from './texts.ts';

/** What one check found. A note is neither good nor bad. */
export type Finding = { readonly verdict: 'good' | 'bad' | 'note'; readonly sentence: Sentence };

type Pick = (texts: Translation<DoctorTexts>, lang: Lang) => string;

export const good = (pick: Pick): Finding => finding('good', pick);
export const bad = (pick: Pick): Finding => finding('bad', pick);
export const note = (pick: Pick): Finding => finding('note', pick);

function finding(verdict: Finding['verdict'], pick: Pick): Finding {
  return { verdict, sentence: { vi: pick(texts('vi'), 'vi'), en: pick(texts('en'), 'en') } };
}
