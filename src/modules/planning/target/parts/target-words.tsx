import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Operator } from '../../reading/plan-reading.ts';
import type { Texts } from '../texts.ts';

/** What a target promises, in words: "từ 98 % trở lên". */
export function targetWords(
  lang: Lang,
  t: Texts,
  target: { operator: Operator; value: number; unit: string },
): string {
  const unit = target.unit === 'score' ? t.score : target.unit;
  const amount = `${formatNumber(lang, target.value)}\u00a0${unit}`.trim();
  return t.promise[target.operator](amount);
}
