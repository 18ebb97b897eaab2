import { signOfAnyFont } from './symbol-fonts.ts';

// Soft hyphens, zero-width marks, direction marks: they steer layout and are no part of what is read.
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffe\uffff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here.
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f]/g;

// Where a picture font hides its signs, whatever the letters of the font look like.
const SIGNS = /[\uf000-\uf0ff]/g;

/**
 * One spelling for text from any program: NFC, no invisible marks, every run of white space one space, signs of
 * picture fonts ("≥", ticks) as characters. Line feeds stay as line ends without spaces around them; lone surrogates,
 * which no database stores, become U+FFFD.
 */
export function foldText(raw: string): string {
  return raw
    .replace(INVISIBLE, '')
    .replace(CONTROL, '')
    .replace(SIGNS, (sign) => signOfAnyFont(sign.charCodeAt(0)))
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}
