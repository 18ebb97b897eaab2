import { type WorkCalendar, workingDaysBetween } from '#modules/calendar/index.server.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { Tag, type Tone } from '#ui/tag/tag.tsx';
import { type HandIn, type HandInState, lateFrom } from '../report-hand-in.ts';
import { texts } from '../texts.ts';

const tones: Readonly<Record<HandInState, Tone>> = {
  expected: 'draft',
  'handed-in': 'info',
  accepted: 'ok',
  'sent-back': 'soon',
  excused: 'neutral',
};

/** How far the report of a unit has come, in the words that all pages use. */
export function HandInStateTag({ lang, state }: { lang: Lang; state: HandInState }) {
  return <Tag tone={tones[state]}>{texts(lang).state[state]}</Tag>;
}

/** How many working days late a report came, or is by now; undefined where it is not late. */
export function lateWords(
  lang: Lang,
  calendar: WorkCalendar,
  handIn: Pick<HandIn, 'state' | 'firstHandedInOn' | 'period'>,
  today: PlainDate,
): string | undefined {
  const late = lateFrom(handIn, today);
  if (!late) return undefined;
  const t = texts(lang);
  const days = workingDaysBetween(calendar, late.dueOn, late.on);
  const isIn = handIn.firstHandedInOn !== null;
  if (days === 0) return isIn ? t.lateWeekend : t.overdueWeekend;
  return isIn ? t.late(formatNumber(lang, days)) : t.overdue(formatNumber(lang, days));
}
