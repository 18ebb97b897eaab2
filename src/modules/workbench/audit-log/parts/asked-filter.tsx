import { type HistoryFilter, historyFilter } from '#modules/casework/index.server.ts';
import { parseDayFirstDate } from '#platform/clock/plain-date.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { FieldProblem } from '#ui/error-summary/error-summary.tsx';
import { texts } from '../texts.ts';

/** What the address asks for: the filter when it can be read, what is wrong with it, and what was typed. */
export interface AskedFilter {
  readonly filter: HistoryFilter | undefined;
  readonly problems: readonly FieldProblem[];
  readonly typed: Readonly<Record<string, string | undefined>>;
}

const fields = ['nguoi', 'kieu', 'viec', 'loai', 'ban-ghi', 'tu', 'den', 'truoc'] as const;

/** Reads the filter of the audit from an address; a day that does not exist, or an end before its beginning, is told. */
export function readFilter(lang: Lang, query: URLSearchParams): AskedFilter {
  const t = texts(lang).fault;
  const typed = Object.fromEntries(fields.map((name) => [name, query.get(name)?.slice(0, 200) || undefined]));
  const read = historyFilter.safeParse(typed);
  if (!read.success) {
    const wrong = [...new Set(read.error.issues.map((issue) => String(issue.path[0])))];
    return { filter: undefined, typed, problems: wrong.map((fieldId) => ({ fieldId, text: t.day })) };
  }
  const [from, to] = [read.data.tu, read.data.den].map((text) => text && parseDayFirstDate(text));
  if (from && to && to < from)
    return { filter: undefined, typed, problems: [{ fieldId: 'den', text: t.order }] };
  return { filter: read.data, typed, problems: [] };
}
