import type { Lang } from '#platform/i18n/lang.ts';
import type { PeriodName } from './report-period.ts';
import { texts } from './texts.ts';

/** What a period is called: as a person named it, or by what the plan orders and for when. */
export function periodName(lang: Lang, { kind, year, number, topic, title }: PeriodName): string {
  const t = texts(lang);
  if (kind === 'ordered') return title ?? '';
  return t.name(topic ?? t.reform, t.span(kind, number ?? 1, year));
}

/** The same as short as a narrow column asks: without what every report is about. */
export function shortPeriodName(lang: Lang, period: PeriodName): string {
  const t = texts(lang);
  if (period.kind === 'ordered') return period.title ?? '';
  const span = t.span(period.kind, period.number ?? 1, period.year);
  return period.topic ? `${span}: ${period.topic}` : span;
}
