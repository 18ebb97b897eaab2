import type { PlainDate } from '#platform/clock/plain-date.ts';
import { formatDate } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { TagProps } from '#ui/tag/tag.tsx';
import type { Due } from '../../reading/plan-reading.ts';
import { targetWords } from '../../target/parts/target-words.tsx';
import { texts as targetTexts } from '../../target/texts.ts';
import { type AnyRow, taskTitle } from '../plan-draft.ts';
import type { Texts } from '../texts.ts';

/** The words by which a row is known in the list. */
export function titleOf(t: Texts, row: AnyRow): string {
  switch (row.kind) {
    case 'task':
      return taskTitle(row.data) || t.field.none;
    case 'target':
      return row.data.text;
    case 'report':
      return row.data.text;
    case 'citation':
      return [row.data.type, row.data.number].filter(Boolean).join(' ') || t.field.none;
    case 'section':
      return row.data.title;
  }
}

/** What else tells rows apart: lead and deadline, value, hand-in day, issuer. */
export function noteOf(lang: Lang, t: Texts, row: AnyRow): string {
  switch (row.kind) {
    case 'task':
      return [row.data.lead.join('; '), row.data.due_text].filter(Boolean).join(' · ');
    case 'target':
      return targetWords(lang, targetTexts(lang), row.data);
    case 'report':
      return [row.data.data_to, row.data.submit_by]
        .filter((date) => date !== null)
        .map((date) => formatDate(date as PlainDate))
        .join(' · ');
    case 'citation':
      return [row.data.issuer, row.data.date && formatDate(row.data.date as PlainDate)]
        .filter(Boolean)
        .join(' · ');
    case 'section':
      return '';
  }
}

/** How far a person has come with a row; what the reader doubts stands out until it is seen. */
export function RowState(t: Texts, row: AnyRow): TagProps {
  if (row.state === 'accepted') return { tone: 'ok', children: t.rowState.accepted };
  if (row.state === 'skipped') return { tone: 'neutral', children: t.rowState.skipped };
  const [first] = row.doubts;
  return first
    ? { tone: 'soon', children: t.doubt[first.code] }
    : { tone: 'draft', children: t.rowState.unseen };
}

/** What the reader made of a deadline, in words. */
export function dueWords(t: Texts, due: Due | null): string {
  if (due === null) return t.due.none;
  const kind = t.dueKind[due.kind];
  const [from, to] = [due.from, due.to].map((date) => (date ? formatDate(date as PlainDate) : null));
  if (from && to && from !== to) return `${kind}, ${t.due.span(from, to)}`;
  if (to) return due.kind === 'date' ? t.due.on(to) : `${kind}, ${t.due.until(to)}`;
  return due.event ? `${kind} (${due.event})` : kind;
}
