import { isSyllable } from './syllable.ts';

const toneMarks = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'] as const;
const telexTones = 'sfrxj';
const vowels = /[aăâeêioôơuưy]/;

const roofed: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' };
const vniShapes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '6': roofed,
  '7': { o: 'ơ', u: 'ư' },
  '8': { a: 'ă' },
};

/** The letters of a word as an input method holds them while keys come in. */
interface Composed {
  readonly letters: string[];
  tone: string;
}

/**
 * The Vietnamese word that somebody meant whose input method was off: "nguyeenx" (Telex) and "nguye6n4" (VNI) are
 * "nguyễn", "ddoongf" is "đồng". Undefined when the keys spell nothing but themselves, or no Vietnamese syllable. The
 * tone stands on the last vowel; searches do not look where.
 */
export function decodeTyped(word: string): string | undefined {
  const given = word.toLowerCase().normalize('NFC');
  if (given.length > 16) return undefined;
  const read = /[1-9]/.test(given) ? composed(given, vniKey) : composed(given, telexKey);
  if (!read) return undefined;
  // "ươ" needs something behind it: "thuowr" is "thuở", "quowr" is "quở".
  if (read.letters.slice(-2).join('') === 'ươ') read.letters.splice(-2, 1, 'u');
  if (read.letters.join('') + read.tone === apart(given)) return undefined;
  return isSyllable(read.letters.join('')) ? withTone(read) : undefined;
}

type Key = (word: Composed, key: string) => boolean;

/** Plays the keys one after the other; undefined when one of them cannot be. */
function composed(given: string, press: Key): Composed | undefined {
  const word: Composed = { letters: [], tone: '' };
  for (const letter of given) {
    const { bare, tone } = withoutTone(letter);
    if (tone && word.tone) return undefined;
    word.tone ||= tone;
    if (!press(word, bare)) return undefined;
  }
  return word;
}

function telexKey(word: Composed, key: string): boolean {
  const { letters } = word;
  const last = letters.at(-1);
  const tone = telexTones.indexOf(key);
  if (tone >= 0 && letters.some((letter) => vowels.test(letter))) return giveTone(word, tone);
  if (key === 'd' && last === 'd' && letters.length === 1) letters[0] = 'đ';
  else if (roofed[key] && last === key) letters[letters.length - 1] = roofed[key];
  else if (key === 'w') hornOrBreve(letters);
  else if (!/^\p{L}$/u.test(key)) return false;
  else if (key !== 'z' || letters.length === 0) letters.push(key);
  return true;
}

function vniKey(word: Composed, key: string): boolean {
  const { letters } = word;
  if (/^[1-5]$/.test(key)) return giveTone(word, Number(key) - 1);
  if (key === '9') return letters[0] === 'd' ? Boolean((letters[0] = 'đ')) : false;
  if (key === '7' && horned(letters)) return true;
  const shapes = vniShapes[key];
  if (!shapes) return /^\p{L}$/u.test(key) ? letters.push(key) > 0 : false;
  const at = letters.findLastIndex((letter) => shapes[letter] !== undefined);
  if (at < 0) return false;
  letters[at] = shapes[letters[at] ?? ''] ?? '';
  return true;
}

function giveTone(word: Composed, index: number): boolean {
  if (word.tone) return false;
  word.tone = toneMarks[index] ?? '';
  return true;
}

/** The key w of Telex: ươ, ưa, ă, ơ, ư, by what stands before it; alone it is ư. */
function hornOrBreve(letters: string[]): void {
  if (horned(letters)) return;
  const at = letters.findLastIndex((letter) => 'aou'.includes(letter));
  const isAfterU = letters[at] === 'a' && letters[at - 1] === 'u' && letters[at - 2] !== 'q';
  if (at < 0) letters.push('ư');
  else if (isAfterU) letters[at - 1] = 'ư';
  else letters[at] = { a: 'ă', o: 'ơ', u: 'ư' }[letters[at] ?? ''] ?? '';
}

/** Gives "uo" and "ưo" both horns. False when there is no such pair. */
function horned(letters: string[]): boolean {
  const at = letters.findLastIndex(
    (letter, index) => letter === 'o' && /[uư]/.test(letters[index - 1] ?? ''),
  );
  if (at < 0 || letters[at - 2] === 'q') return false;
  letters.splice(at - 1, 2, 'ư', 'ơ');
  return true;
}

function withoutTone(letter: string): { bare: string; tone: string } {
  const marks = letter.normalize('NFD');
  const tone = toneMarks.find((mark) => marks.includes(mark)) ?? '';
  return { bare: tone ? marks.replace(tone, '').normalize('NFC') : letter, tone };
}

/** The word as `composed` gives it when no key does anything. */
function apart(given: string): string {
  const parts = [...given].map(withoutTone);
  return parts.map(({ bare }) => bare).join('') + parts.map(({ tone }) => tone).join('');
}

function withTone({ letters, tone }: Composed): string {
  const at = letters.findLastIndex((letter) => vowels.test(letter));
  return letters
    .map((letter, index) => (index === at ? letter + tone : letter))
    .join('')
    .normalize('NFC');
}
