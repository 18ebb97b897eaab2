import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { ListCount } from '#platform/list/count.server.ts';
import { texts } from '../texts.ts';

/** How many rows there are, as far as they were counted. */
export function rowWords(lang: Lang, { rows, isMore }: ListCount): string {
  const count = formatNumber(lang, rows);
  return isMore ? texts(lang).thenNow.moreThan(count) : count;
}
