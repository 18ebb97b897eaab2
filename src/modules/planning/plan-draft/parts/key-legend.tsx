import type { Lang } from '#platform/i18n/lang.ts';
import { reviewKeys } from '../review-keys.ts';
import { texts } from '../texts.ts';

/** What the keys do; shown once the script that listens to them runs. */
export function KeyLegend({ lang }: { lang: Lang }) {
  return (
    <p class="key-legend" data-keys hidden>
      <span class="said">{texts(lang).reviewing.keys.title}: </span>
      {reviewKeyWords(lang).map(({ keys, meaning }) => (
        <span key={keys}>
          <kbd>{keys}</kbd> {meaning}
        </span>
      ))}
    </p>
  );
}

/** The keys of the review and what they do, in the words of a language. */
export function reviewKeyWords(lang: Lang): { keys: string; meaning: string }[] {
  const t = texts(lang).reviewing.keys;
  return reviewKeys.map(({ keys, meaning }) => ({ keys, meaning: t[meaning] }));
}
