import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { Tone } from '#ui/tag/tag.tsx';
import type { NoticeGroup } from '../notice-choice/notice-choice.ts';
import { readNoticeKind } from './reminder.ts';
import { texts } from './texts.ts';

/** What the notice of a reminder says in a language; undefined for every other notice. */
export function reminderWords(lang: Lang, kind: string): { text: string; tone: Tone } | undefined {
  const read = readNoticeKind(kind);
  if (!read) return undefined;
  const t = texts(lang);
  const days = formatNumber(lang, Math.abs(read.daysLate));
  if (read.kind === 'escalation') return { text: t.escalated(days), tone: 'late' };
  if (read.daysLate === 0) return { text: t.today, tone: 'soon' };
  return read.daysLate < 0 ? { text: t.before(days), tone: 'soon' } : { text: t.late(days), tone: 'late' };
}

/** Whether a notice reminds or escalates; undefined for every other notice. */
export function reminderGroup(kind: string): NoticeGroup | undefined {
  return readNoticeKind(kind)?.kind;
}
