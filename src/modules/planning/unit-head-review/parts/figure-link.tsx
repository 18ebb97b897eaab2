import { formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import type { WorkFigure } from '../counted-work.ts';
import { texts } from '../texts.ts';

/** A figure that opens exactly the tasks that it counts; nothing to open behind a zero. */
export function FigureLink(props: {
  lang: Lang;
  figure: WorkFigure;
  count: number;
  unitName: string;
  href: string;
}) {
  const { lang, figure, count, unitName, href } = props;
  if (count === 0) return <>0</>;
  const number = formatNumber(lang, count);
  return (
    <a href={href} aria-label={`${unitName}, ${texts(lang).figure[figure]}: ${number}`}>
      {number}
    </a>
  );
}
