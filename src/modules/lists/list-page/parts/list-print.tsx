import { formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { ListFilter } from '#platform/list/filter.ts';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import type { ComponentChildren } from 'preact';
import { texts } from '../texts.ts';
import { filterWords, type SpokenList } from './condition-words.tsx';

interface ListPrintProps {
  readonly list: SpokenList;
  readonly filter: ListFilter;
  readonly title: string;
  readonly now: Date;
  /** How many rows are printed, when there are more of them. */
  readonly cutAt: number | undefined;
  /** The rows. */
  readonly children: ComponentChildren;
}

/** A list as it goes on paper, A4 landscape: what it is, how it is filtered in words, when, and its rows. */
export function ListPrint({ list, filter, title, now, cutAt, children }: ListPrintProps) {
  const t = texts(list.lang);
  const conditions = filterWords(list, filter);
  return (
    <div class="wide-sheet">
      <PageHead
        title={title}
        lead={conditions.length > 0 ? conditions.join('; ') : t.printAll}
        line={t.printHint}
        printNote={[t.printTitle(formatInstant(list.lang, now))]}
      />
      {cutAt !== undefined && <Notice tone="soon" title={t.printCut(formatNumber(list.lang, cutAt))} />}
      {children}
    </div>
  );
}
