// Soft hyphens, zero-width marks, direction marks: they steer layout and are no part of what is read.
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffe\uffff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here.
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f]/g;

/**
 * One spelling for text from any program: NFC, no invisible marks, every run of white space one space. Line feeds stay
 * as line ends without spaces around them; lone surrogates, which no database stores, become U+FFFD.
 */
export function foldText(raw: string): string {
  return raw
    .replace(INVISIBLE, '')
    .replace(CONTROL, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}
