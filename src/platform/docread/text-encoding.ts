import { Refusal } from './refusal.ts';

/**
 * The characters of a text file: UTF-8 with or without a byte order mark, UTF-16 with one.
 *
 * Refuses (`not-text`) bytes of any other encoding rather than guess: a letter misread is worse than none.
 */
export function decodeText(bytes: Uint8Array): string {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Refusal('not-text', cause);
  }
  if (text.includes('\0')) throw new Refusal('not-text');
  return text;
}
