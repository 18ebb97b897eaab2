import type { Lang } from '#platform/i18n/lang.ts';
import { targetLink } from '../../links.ts';
import type { TargetRow } from '../queries.server.ts';
import { texts } from '../texts.ts';

/** The year of a promise, or the years of its plan where it names none. */
export function targetYears(lang: Lang, { year, plan }: Pick<TargetRow, 'year' | 'plan'>): string {
  return texts(lang).years(year ?? plan.yearFrom, year ?? plan.yearTo);
}

/** The promise as printed, with what is measured where its own words do not say so, and of what a share is taken. */
export function TargetName({ lang, target }: { lang: Lang; target: TargetRow }) {
  const isMetricSaid = !target.metric || target.text.toLowerCase().includes(target.metric.toLowerCase());
  return (
    <>
      <a href={targetLink(target.id)}>{target.text}</a>
      {!isMetricSaid && <small>{target.metric}</small>}
      {target.denominatorScope && <small>{texts(lang).scope(target.denominatorScope)}</small>}
    </>
  );
}
