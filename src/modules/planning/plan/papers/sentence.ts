/** The text as one item of a list: a capital first, no mark at its end. */
export function asItem(text: string): string {
  const bare = text.trim().replace(/[\s;.,:/]+$/u, '');
  const [first = ''] = bare;
  return first.toLocaleUpperCase('vi') + bare.slice(first.length);
}

/** Items of one list: a semicolon behind each, a full stop behind the last. */
export function asList(items: readonly string[]): string[] {
  return items.map((item, index) => `- ${asItem(item)}${index === items.length - 1 ? '.' : ';'}`);
}

/** A text for comparing: small letters and single spaces only, no marks. */
export function plainWords(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}%]+/gu, ' ')
    .trim();
}
