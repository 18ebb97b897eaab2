/** "1.200", "97,5", "99.5": the value of a printed figure; a dot before three digits parts thousands. */
export function numberOf(printed: string): number {
  const plain = printed.replace(/\s/g, '');
  if (/^\d{1,3}(?:\.\d{3})+$/.test(plain)) return Number(plain.replaceAll('.', ''));
  return Number(plain.replace(',', '.'));
}

const DIGITS: Readonly<Record<string, string>> = {
  hai: '2',
  ba: '3',
  bốn: '4',
  năm: '5',
  sáu: '6',
  bảy: '7',
  tám: '8',
  chín: '9',
  mười: '10',
};
const IN_WORDS =
  /(?<=(?:ít nhất|tối thiểu|không quá|không dưới|tối đa|tăng|giảm|tổ chức) )(hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?=\p{L})(?!trăm|mươi|phần|là|năm|nửa|lần)/giu;
const ALL_IN_WORDS = /một trăm phần trăm/giu;

/** Small numbers in words as digits, each in the room of its word: "ít nhất hai hội nghị", "Một trăm phần trăm". */
export function numbersInWords(printed: string): string {
  return printed
    .replace(ALL_IN_WORDS, (words) => '100%'.padEnd(words.length))
    .replace(IN_WORDS, (words, word: string) => (DIGITS[word.toLowerCase()] ?? word).padEnd(words.length));
}
