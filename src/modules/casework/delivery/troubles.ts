import type { Texts } from './texts.ts';

/** What was in the way, in words, with the number that the other side gave. */
export function troubleWords(t: Texts, trouble: string | null): string {
  if (trouble === null) return '';
  const [name = '', detail] = trouble.split(' ');
  const words = t.trouble[name] ?? name;
  return detail === undefined ? words : `${words} (${detail})`;
}
