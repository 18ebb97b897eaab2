import type { Lang } from '#platform/i18n/lang.ts';

/** One sentence said in both languages, because at the terminal nobody has chosen one yet. */
export type Sentence = { readonly vi: string; readonly en: string };

/** Why the product cannot start or a command cannot run, told to the person at the terminal.
 *  Thrown instead of a fault when the cause is outside the program and the sentence says what to do. */
export class StartRefusal extends Error {
  constructor(
    readonly code: string,
    readonly sentence: Sentence,
  ) {
    super(`${sentence.vi}\n${sentence.en}`);
    this.name = 'StartRefusal';
  }
}

/** Makes a function that refuses with one text of a folder, said in both languages. */
export function refusalsFrom<Texts>(texts: (lang: Lang) => Texts) {
  return (code: string, pick: (texts: Texts) => string): StartRefusal =>
    new StartRefusal(code, { vi: pick(texts('vi')), en: pick(texts('en')) });
}
