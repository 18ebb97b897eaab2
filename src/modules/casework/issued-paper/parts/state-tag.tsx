import type { Lang } from '#platform/i18n/lang.ts';
import { Tag, type Tone } from '#ui/tag/tag.tsx';
import type { PaperState } from '../issued-paper.ts';
import { texts } from '../texts.ts';

const tones: Readonly<Record<PaperState, Tone>> = {
  draft: 'draft',
  issued: 'ok',
  withdrawn: 'late',
  replaced: 'neutral',
};

/** Where a paper stands, in a word. */
export function StateTag({ lang, state }: { lang: Lang; state: PaperState }) {
  return <Tag tone={tones[state]}>{texts(lang).state[state]}</Tag>;
}
