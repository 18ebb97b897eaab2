import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** The markup of a row, and the bytes it is sent as. */
export interface RowMarkup {
  readonly text: string;
  readonly bytes: Buffer;
}

/** Rows kept drawn; about six kilobytes each. */
const most = 4_000;
const kept = new Map<string, RowMarkup>();

/**
 * The markup of a row, drawn once for each content: lists are read far more often than their rows change. The key
 * must hold everything that the row shows, its language and the day included; then a kept row is never a stale one.
 */
export function rowMarkup(key: string, draw: () => VNode): RowMarkup {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const text = renderToString(draw());
  const made = { text, bytes: Buffer.from(text) };
  const oldest = kept.size >= most ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(key, made);
  return made;
}
