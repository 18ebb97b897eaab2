import { parsePlainDate } from '#platform/clock/plain-date.ts';
import { formatDate, formatInstant, formatNumber } from '#platform/i18n/format.ts';
import type { Lang } from '#platform/i18n/lang.ts';
import { type AuditWords, type Facts, isRecordId } from '../history.ts';
import { texts } from '../texts.ts';

/** What is needed to say a change in words: the language, the words of the modules, the names behind ids. */
export interface Speech {
  readonly lang: Lang;
  readonly words: AuditWords;
  readonly names: ReadonlyMap<string, string>;
  /** The kind of record that is spoken of: some fields have a word of their own there. */
  readonly recordKind?: string;
}

/** What a field is called: the words of its path, acts by what they are called, ids by name or as a short code. */
export function fieldWords(speech: Speech, path: readonly string[]): string {
  return path
    .map(
      (step) =>
        ownFirst(speech, speech.words.fields, step) ??
        speech.words.acts[step] ??
        (isRecordId(step) ? idWords(speech, step) : step),
    )
    .join(' › ');
}

/** A value in words: dates and numbers as people write them, codes and ids by name, nothing as a dash. */
export function valueWords(speech: Speech, path: readonly string[], value: unknown): string {
  const { lang } = speech;
  const t = texts(lang);
  if (value === null || value === undefined || value === '') return t.nothing;
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  // Years and small counts are read without the mark of thousands.
  if (typeof value === 'number')
    return Math.abs(value) < 10_000 ? decimal(lang, value) : formatNumber(lang, value);
  if (typeof value === 'string') return codeWords(speech, path, value) ?? textWords(speech, value);
  if (Array.isArray(value))
    return value.length === 0 ? t.nothing : value.map((one) => valueWords(speech, path, one)).join('; ');
  return Object.entries(value as Facts)
    .map(([key, one]) => `${fieldWords(speech, [key])}: ${valueWords(speech, [...path, key], one)}`)
    .join(', ');
}

/** The word for a code of the innermost field that has words for codes: the grants of a role lie under their acts. */
function codeWords(speech: Speech, path: readonly string[], code: string): string | undefined {
  for (const step of path.toReversed()) {
    const codes = ownFirst(speech, speech.words.values, step);
    if (codes) return codes[code];
  }
  return undefined;
}

function ownFirst<Word>(
  { recordKind }: Speech,
  dictionary: Readonly<Record<string, Word>>,
  step: string,
): Word | undefined {
  return dictionary[`${recordKind}.${step}`] ?? dictionary[step];
}

function textWords(speech: Speech, text: string): string {
  const date = parsePlainDate(text);
  if (date) return formatDate(date);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text)))
    return formatInstant(speech.lang, new Date(text));
  return isRecordId(text) ? idWords(speech, text) : text;
}

function idWords({ names }: Speech, id: string): string {
  return names.get(id) ?? `#${id.slice(-6)}`;
}

function decimal(lang: Lang, value: number): string {
  return lang === 'vi' ? String(value).replace('.', ',') : String(value);
}
