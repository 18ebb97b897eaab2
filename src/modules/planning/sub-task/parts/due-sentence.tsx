import { plainDate } from '#platform/clock/plain-date.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { texts } from '../texts.ts';

/** That a sub-task would be due after its task: both days, so that whoever reads it knows what to choose. */
export function dueSentence(
  t: ReturnType<typeof texts>,
  detail: Readonly<Record<string, string | number>>,
): string {
  const day = (name: string) => formatDate(plainDate(String(detail[name])));
  return t.dueAfterParent(day('dueOn'), day('latest'));
}
