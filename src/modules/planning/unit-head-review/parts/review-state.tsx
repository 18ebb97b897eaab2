import type { Lang } from '#platform/i18n/lang.ts';
import { Tag, type Tone } from '#ui/tag/tag.tsx';
import { texts } from '../texts.ts';
import type { ReviewState } from '../unit-head-review.ts';

/** `none` where the month has not been opened, `unheaded` where nobody heads the unit. */
export type ShownState = ReviewState | 'none' | 'unheaded';

const tones: Readonly<Record<ShownState, Tone>> = {
  none: 'draft',
  unheaded: 'neutral',
  draft: 'draft',
  'self-scored': 'soon',
  proposed: 'info',
  decided: 'ok',
};

/** Where an evaluation stands, if there is one. */
export function ReviewStateTag({ lang, state }: { lang: Lang; state: ShownState }) {
  return <Tag tone={tones[state]}>{texts(lang).state[state]}</Tag>;
}
