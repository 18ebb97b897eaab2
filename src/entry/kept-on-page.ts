import { dropFormLink, keepFormLink } from '#modules/workbench/links.ts';
import { formatInstant } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { goOnQuery, type KeptForm, keptMark } from '#platform/kept-form/kept-form.ts';
import type { KeptForms } from '#ui/kept-form/kept-forms.ts';
import { texts } from './texts.ts';

/** What the person typed into the forms of a page and has not sent, and where that page is. */
export interface KeptOnPage {
  readonly pagePath: string;
  readonly query: URLSearchParams;
  readonly forms: readonly KeptForm[];
}

/** What the long forms of a page need to keep what is typed, and to go on from it. */
export function keptForms(lang: Lang, { pagePath, query, forms }: KeptOnPage): KeptForms {
  const t = texts(lang).kept;
  const goOn = new URLSearchParams(query);
  goOn.set(goOnQuery, '1');
  return {
    kept: new Map(
      forms.map((form) => [
        form.formAddress,
        { fields: form.fields, title: t.title(formatInstant(lang, form.keptAt)) },
      ]),
    ),
    isContinued: query.has(goOnQuery),
    keepHref: keepFormLink,
    dropHref: dropFormLink,
    goOnHref: `${pagePath}?${goOn}`,
    pagePath,
    markField: keptMark,
    labels: t,
  };
}
