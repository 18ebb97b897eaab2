const tones = '\\u0300\\u0301\\u0303\\u0309\\u0323';
const lettersThenTone = new RegExp(`([\\p{L}\\u0302\\u0306\\u031b]*)([${tones}])`, 'gu');
const signs = /[^\u0300-\u036f\p{L}\p{N}%]+/gu;

/**
 * The text as searches compare it: lower case, no marks, đ as d, other signs as one blank. The twin of the SQL
 * function `platform.fold`, for words that stand in no table.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
}

/**
 * The text in the one spelling by which exact marks are compared: lower case, the tone of each syllable before it, so
 * that "hoà" and "hòa" are one and "đườ" begins "đường"; a blank at both ends. The twin of `platform.spell` in SQL.
 */
export function spell(text: string): string {
  const spelled = text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(lettersThenTone, '$2$1')
    .replaceAll(signs, ' ')
    .trim();
  return ` ${spelled} `;
}
