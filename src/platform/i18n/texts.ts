import type { Lang } from './lang.ts';

type Text = string | readonly string[] | ((...values: never[]) => string) | { readonly [key: string]: Text };

/** The shape that a translation must have: the same keys, and sentences that take the same values. */
export type Translation<Source> = Source extends string
  ? string
  : Source extends readonly string[]
    ? readonly string[]
    : Source extends (...values: infer Values) => string
      ? (...values: Values) => string
      : { readonly [Key in keyof Source]: Translation<Source[Key]> };

/** Binds the Vietnamese words of a slice to their translation; the result gives the words of one language. */
export function defineTexts<Source extends { readonly [key: string]: Text }>(
  vi: Source,
  en: Translation<Source>,
): (lang: Lang) => Translation<Source> {
  return (lang) => (lang === 'en' ? en : (vi as unknown as Translation<Source>));
}
