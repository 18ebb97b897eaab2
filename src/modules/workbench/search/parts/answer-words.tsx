import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { mostCounted } from '#platform/search/best-rows.server.ts';
import type { SearchAnswer, SearchGroup } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** How many answers there are, as far as they were counted: "12", "hơn 1.000". */
export function countWords(lang: Lang, total: number): string {
  const t = texts(lang);
  const isOver = total > mostCounted;
  const n = formatNumber(lang, isOver ? mostCounted : total);
  return isOver ? t.countOver(n) : t.count(n);
}

/** The words of the link to all answers of one kind. */
export function allWords(lang: Lang, group: SearchGroup): string {
  return texts(lang).all(countWords(lang, group.total), group.title);
}

/** What the answer as a whole says to the person; also read aloud. */
export function answerWords(lang: Lang, answer: SearchAnswer, typed: string): string {
  const t = texts(lang);
  const total = answer.groups.reduce((sum, group) => sum + group.total, 0);
  const said = {
    blank: '',
    short: t.short,
    none: t.none.title(typed),
    near: t.near,
    found: countWords(lang, total),
  }[answer.state];
  return answer.isCut ? `${said} ${t.cut}` : said;
}
