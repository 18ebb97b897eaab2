import fc from 'fast-check';
import { isSyllable } from './syllable.ts';

const onsets = [
  '',
  'b',
  'ch',
  'd',
  'đ',
  'g',
  'gh',
  'h',
  'k',
  'kh',
  'l',
  'm',
  'n',
  'ng',
  'ngh',
  'nh',
  'ph',
  'qu',
  't',
  'th',
  'tr',
  'v',
  'x',
];
const nuclei = [
  'a',
  'ai',
  'ay',
  'âu',
  'ă',
  'â',
  'e',
  'ê',
  'i',
  'ia',
  'iê',
  'o',
  'oa',
  'oă',
  'oai',
  'oe',
  'ô',
  'ơ',
  'ơi',
  'u',
  'ua',
  'uô',
  'uy',
  'uyê',
  'ư',
  'ưa',
  'ươ',
  'ươi',
  'y',
  'yêu',
];
const codas = ['', 'c', 'ch', 'm', 'n', 'ng', 'nh', 'p', 't'];
const tones = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'] as const;

/** A syllable as its letters, the index of its tone, and the places where writers put the tone. */
export interface Spelling {
  readonly letters: string;
  readonly tone: number;
}

/** Any Vietnamese syllable. */
export const syllables: fc.Arbitrary<Spelling> = fc
  .record({
    onset: fc.constantFrom(...onsets),
    nucleus: fc.constantFrom(...nuclei),
    coda: fc.constantFrom(...codas),
    tone: fc.nat({ max: 5 }),
  })
  .map(({ onset, nucleus, coda, tone }) => ({ letters: onset + nucleus + coda, tone }))
  .filter(({ letters }) => isSyllable(letters));

/** The syllable with its tone on the nth of its vowels: writers and programs differ. */
export function written({ letters, tone }: Spelling, place: number): string {
  const vowels = [...letters].flatMap((letter, index) => (/[aăâeêioôơuưy]/.test(letter) ? [index] : []));
  const at = vowels[place % vowels.length] ?? 0;
  return [...letters]
    .map((letter, index) => (index === at ? letter + tones[tone] : letter))
    .join('')
    .normalize('NFC');
}

/** The keys of Telex for the syllable, the tone last. */
export function telexOf({ letters, tone }: Spelling): string {
  const keys = [...letters]
    .map((letter) => ({ ă: 'aw', â: 'aa', đ: 'dd', ê: 'ee', ô: 'oo', ơ: 'ow', ư: 'uw' })[letter] ?? letter)
    .join('');
  return keys + ['', 's', 'f', 'r', 'x', 'j'][tone];
}

/** The keys of VNI for the syllable, the tone last. */
export function vniOf({ letters, tone }: Spelling): string {
  const keys = [...letters]
    .map((letter) => ({ ă: 'a8', â: 'a6', đ: 'd9', ê: 'e6', ô: 'o6', ơ: 'o7', ư: 'u7' })[letter] ?? letter)
    .join('');
  return keys + ['', '1', '2', '3', '4', '5'][tone];
}
