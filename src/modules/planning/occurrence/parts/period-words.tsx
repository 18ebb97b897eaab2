import { endOfMonth, partsOf } from '#platform/clock/plain-date.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { TaskPeriod } from '../../task/task.ts';
import { texts } from '../texts.ts';

const roman = ['I', 'II', 'III', 'IV'];

/** What a period is called: a month, a quarter, a half or a whole year, a day, or from when to when. */
export function periodWords(lang: Lang, period: TaskPeriod): string {
  const t = texts(lang);
  const words = spanWords(lang, period);
  return period.no > 1 ? t.time(words, period.no) : words;
}

function spanWords(lang: Lang, { from, to }: TaskPeriod): string {
  const t = texts(lang);
  if (from === to) return formatDate(from);
  const [start, end] = [partsOf(from), partsOf(to)];
  const isWhole = start.day === 1 && start.year === end.year && to === endOfMonth(end.year, end.month);
  const months = isWhole ? end.month - start.month + 1 : 0;
  if (months === 1) return t.month(start.month, start.year);
  if (months === 3 && start.month % 3 === 1) return t.quarter(roman[(start.month - 1) / 3] ?? '', start.year);
  if (months === 6 && start.month % 6 === 1) return t.halfYear(start.month === 1 ? 1 : 2, start.year);
  return months === 12 ? t.year(start.year) : t.span(formatDate(from), formatDate(to));
}
