const SYMBOL: ReadonlyMap<number, string> = new Map([
  [0x2d, '−'],
  [0xa3, '≤'],
  [0xae, '→'],
  [0xb1, '±'],
  [0xb3, '≥'],
  [0xb4, '×'],
  [0xb7, '•'],
  [0xb8, '÷'],
  [0xb9, '≠'],
  [0xbb, '≈'],
]);

const WINGDINGS: ReadonlyMap<number, string> = new Map([
  [0x6f, '☐'],
  [0xa7, '▪'],
  [0xa8, '☐'],
  [0xd8, '➢'],
  [0xe0, '→'],
  [0xf0, '⇨'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
]);

const BULLET = '•';

/**
 * The character that a picture font shows for a code: such fonts hide their signs in the private area (U+F000 and up),
 * where "≥" and a tick would otherwise be lost. A sign not known here reads as a bullet.
 */
export function symbolCharacter(code: number, font: string): string {
  const table = /^wingdings/i.test(font) ? WINGDINGS : SYMBOL;
  return table.get(code & 0xff) ?? BULLET;
}

/** The character for a code when nobody says of which font: the two fonts share no sign that is known here. */
export function signOfAnyFont(code: number): string {
  const sign = code & 0xff;
  return sign === 0x20 ? ' ' : (WINGDINGS.get(sign) ?? SYMBOL.get(sign) ?? BULLET);
}

/** A list bullet as text: private signs become "•", an ordinary character stays. */
export function bulletCharacter(text: string): string {
  return text.replace(/[\ue000-\uf8ff]/g, BULLET);
}
