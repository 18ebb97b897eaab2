/** The languages of the product: Vietnamese is the source, English is complete. */
export const langs = ['vi', 'en'] as const;
export type Lang = (typeof langs)[number];

/** Reads a language from outside; anything unknown is Vietnamese. */
export function parseLang(value: string | undefined): Lang {
  return value === 'en' ? 'en' : 'vi';
}
