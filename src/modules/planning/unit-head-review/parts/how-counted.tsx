import type { Lang } from '#platform/i18n/lang.ts';
import { texts } from '../texts.ts';

/** What each figure counts, and how points come of them. */
export function HowCounted({ lang }: { lang: Lang }) {
  const t = texts(lang);
  return (
    <details class="fold">
      <summary>{t.howTitle}</summary>
      {t.how.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </details>
  );
}
