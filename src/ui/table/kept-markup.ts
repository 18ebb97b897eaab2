import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** Markup that was drawn before, and the bytes it is sent as. */
export interface KeptMarkup {
  readonly text: string;
  readonly bytes: Buffer;
}

/** So many bytes of markup are kept; their text and their keys weigh about twice that beside them. */
const mostBytes = 8_000_000;
const kept = new Map<string, KeptMarkup>();
let keptBytes = 0;

/**
 * The markup of a part that many pages show alike, drawn once for each content: lists are read far more often than
 * their rows change. The key must hold everything that the part shows, its language and the day included; then what is
 * kept is never stale.
 */
export function keptMarkup(key: string, draw: () => VNode): KeptMarkup {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const text = renderToString(draw());
  const made = { text, bytes: Buffer.from(text) };
  kept.set(key, made);
  keptBytes += made.bytes.length;
  for (const [oldest, { bytes }] of kept) {
    if (keptBytes <= mostBytes) break;
    kept.delete(oldest);
    keptBytes -= bytes.length;
  }
  return made;
}
