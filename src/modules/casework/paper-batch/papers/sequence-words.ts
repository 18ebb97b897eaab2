import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { texts as paperTexts } from '../../issued-paper/texts.ts';
import { type DoubleNumber, mostNamed, runsOf, type SequenceCheck } from '../paper-batch.ts';
import { texts } from '../texts.ts';

/** What the check of one book says, a sentence each: all in order, or which numbers are left out or missing. */
export function sequenceWords(lang: Lang, check: SequenceCheck): readonly string[] {
  const t = texts(lang).sequence;
  const book = paperTexts(lang).book[check.book];
  const span = t.span(book, String(check.year), two(check.first), two(check.last));
  const { leftOut, missing } = check;
  if (leftOut.length === 0 && missing.length === 0) return [`${span} ${t.whole}`];
  return [
    ...(leftOut.length > 0 ? [`${span} ${t.leftOut(numbers(lang, leftOut))}`] : []),
    ...(missing.length > 0 ? [`${span} ${t.missing(numbers(lang, missing))}`] : []),
  ];
}

/** The numbers that stand on more than one paper, a sentence each; one sentence where none does. */
export function doubleWords(lang: Lang, doubles: readonly DoubleNumber[]): readonly string[] {
  const t = texts(lang).sequence;
  if (doubles.length === 0) return [t.noDouble];
  return doubles.map(({ printed, year, count }) =>
    t.double(printed, String(year), formatNumber(lang, count)),
  );
}

function numbers(lang: Lang, all: readonly number[]): string {
  const t = texts(lang).sequence;
  const runs = runsOf(all);
  const named = runs
    .slice(0, mostNamed)
    .map(([first, last]) => (first === last ? two(first) : t.run(two(first), two(last))));
  const counted = runs.slice(mostNamed).reduce((sum, [first, last]) => sum + last - first + 1, 0);
  return counted === 0 ? named.join(', ') : t.andMore(named.join(', '), formatNumber(lang, counted));
}

/** As numbers stand on papers. */
function two(number: number): string {
  return String(number).padStart(2, '0');
}
