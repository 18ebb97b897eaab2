const BASE_LETTERS = new Map<string, string>();

function baseLetter(letter: string): string {
  const known = BASE_LETTERS.get(letter);
  if (known !== undefined) return known;
  const lower = letter.toLowerCase();
  const base = lower === 'đ' || lower === 'ð' ? 'd' : (lower.normalize('NFD')[0] ?? lower);
  const plain = base.length === 1 ? base : letter;
  BASE_LETTERS.set(letter, plain);
  return plain;
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '→': '-',
  '\u00a0': ' ',
  '\n': ' ',
  '\t': ' ',
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '’': "'",
  '‘': "'",
};

/**
 * The letters of a text without tone, mark or case, each at the same index as in the text.
 *
 * Grammars match on this form, since scanners misread tones ("Qúy", "chù trì") and people place them differently
 * ("hoá", "hóa"); a match index cuts the printed words out of the original.
 */
export function bare(text: string): string {
  let plain = '';
  for (let i = 0; i < text.length; i++) {
    const letter = text[i] ?? '';
    plain += LOOK_ALIKES[letter] ?? (letter < '\u0080' ? letter.toLowerCase() : baseLetter(letter));
  }
  return plain;
}

/** The bare words of a text, without any punctuation, one space between. */
export function bareWords(text: string): string {
  return bare(text)
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim();
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** True when the text goes on in the middle of a sentence: a small letter, or a sign that never begins one. */
export function startsMidSentence(text: string): boolean {
  const first = text.trimStart()[0] ?? '';
  return /[\p{Ll},;.):%]/u.test(first);
}

/** Overlap of two texts' words, 0 to 1, order ignored. */
export function likeness(left: string, right: string): number {
  const words = new Map<string, number>();
  const leftWords = bareWords(left).split(' ');
  const rightWords = bareWords(right).split(' ');
  for (const word of leftWords) words.set(word, (words.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of rightWords) {
    const count = words.get(word) ?? 0;
    if (count > 0) {
      shared++;
      words.set(word, count - 1);
    }
  }
  return (2 * shared) / (leftWords.length + rightWords.length);
}
