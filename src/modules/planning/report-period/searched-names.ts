import { type PeriodKind, periodKinds } from './report-period.ts';
import { texts } from './texts.ts';

/** Stands for the year in the names below: a year that no period is of. */
export const anyYear = 9999;

/** What periods are called, by kind and number: by these the database finds a period whose name nobody wrote down. */
export const searchedNames: Readonly<Record<string, string>> = Object.fromEntries(
  periodKinds
    .filter((kind): kind is Exclude<PeriodKind, 'ordered'> => kind !== 'ordered')
    .flatMap((kind) =>
      Array.from({ length: kind === 'month' ? 12 : kind === 'quarter' ? 4 : 1 }, (_, at) => {
        const [vi, en] = [texts('vi'), texts('en')];
        const words = [vi, en].map((t) => `${t.kind[kind]} ${t.span(kind, at + 1, anyYear)}`);
        return [
          kind === 'month' || kind === 'quarter' ? `${kind}-${at + 1}` : `${kind}-`,
          words.join(' '),
        ] as const;
      }),
    ),
);
