import { formatDate } from '#platform/i18n/format.ts';
import type { ReportRegime } from '../plan.ts';
import type { Texts } from '../texts.ts';

/** When a report is to be handed in: its day, its rule in words, or the plan's own sentence where neither says it. */
export function submitWords(
  t: Texts,
  regime: Pick<ReportRegime, 'submitBy' | 'submitRule' | 'text'>,
): string {
  if (regime.submitBy) return formatDate(regime.submitBy);
  const rule = regime.submitRule;
  if (!rule) return t.notGiven;
  if (rule.every === 'month' && rule.dayOfMonth) {
    const except = rule.except_months ?? [];
    return except.length > 0
      ? t.everyMonthExcept(rule.dayOfMonth, except.join(', '))
      : t.everyMonth(rule.dayOfMonth);
  }
  if (rule.every === 'quarter' && rule.dayOfMonth && rule.month === 'last')
    return t.everyQuarter(rule.dayOfMonth);
  return regime.text;
}

/** The period whose figures a report covers. */
export function windowWords(t: Texts, regime: Pick<ReportRegime, 'dataFrom' | 'dataTo'>): string {
  if (!regime.dataFrom || !regime.dataTo) return t.notGiven;
  return `${formatDate(regime.dataFrom)} – ${formatDate(regime.dataTo)}`;
}
