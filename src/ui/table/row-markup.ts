import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** Rows kept drawn; about two kilobytes each. */
const most = 4_000;
const kept = new Map<string, string>();

/**
 * The markup of a row, drawn once for each content: lists are read far more often than their rows change. The key
 * must hold everything that the row shows, its language and the day included; then a kept row is never a stale one.
 */
export function rowMarkup(key: string, draw: () => VNode): string {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = renderToString(draw());
  const oldest = kept.size >= most ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(key, made);
  return made;
}
