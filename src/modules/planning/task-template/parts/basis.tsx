import type { WorkCalendar } from '#modules/calendar/index.server.ts';
import { parseDayFirstDate, type PlainDate } from '#platform/clock/plain-date.ts';
import { formatDate } from '#platform/i18n/format.ts';
import { beginFor } from '../planned-parts.server.ts';
import type { ForAll, TemplateContent } from '../task-template.ts';

/** From which day days are counted, as the address says it, and what is said for all parts. */
export interface Basis {
  readonly forAll: ForAll;
  /** True where days are counted back from the deadline of the larger task. */
  readonly isFromDue: boolean;
  /** The beginning as it was typed. */
  readonly typed: string;
  /** True where what was typed is no day; then days count from today. */
  readonly isWrong: boolean;
}

/** Reads the basis of an address; what it does not say is as in `usual`. */
export function readBasis(
  calendar: WorkCalendar,
  content: TemplateContent,
  query: URLSearchParams,
  usual: ForAll & { readonly latest: PlainDate | null },
): Basis {
  const text = query.get('tu') ?? '';
  const day = text === '' ? usual.begin : parseDayFirstDate(text);
  const isFromDue = usual.latest !== null && query.get('moc') === 'han';
  const begin = isFromDue && usual.latest ? beginFor(calendar, content, usual.latest) : (day ?? usual.begin);
  return {
    forAll: {
      begin,
      leadUnitId: query.get('don-vi') ?? usual.leadUnitId,
      assigneeId: query.get('nguoi') ?? usual.assigneeId,
      approverId: usual.approverId,
    },
    isFromDue,
    typed: text === '' || isFromDue ? formatDate(begin) : text,
    isWrong: day === undefined && !isFromDue,
  };
}
