import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { type LadderSteps, rungs } from '../escalation.ts';
import { texts } from '../texts.ts';

/** What each step of a ladder does, a sentence a step. */
export function StepSentences({ lang, steps }: { lang: Lang; steps: LadderSteps }) {
  const t = texts(lang);
  return (
    <>
      <ul>
        {rungs.map((rung) => {
          const days = steps[rung];
          return days === null ? null : <li key={rung}>{t.sentence[rung](formatNumber(lang, days))}</li>;
        })}
      </ul>
      <p class="form-lead">{t.empty}</p>
    </>
  );
}
