/** Letters as a hurried person types them: no marks, no capitals, đ as d, one space between words. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The places of those labels in which every typed word begins some word, those with the very letters typed first;
 * the order of the list stays otherwise. Nothing typed: all.
 */
export function matching(labels: readonly string[], typed: string): number[] {
  const words = plainLetters(typed).split(' ').filter(Boolean);
  const exact = typed.trim().normalize('NFC').toLocaleLowerCase('vi');
  const isFound = (label: string) => {
    const plain = ` ${plainLetters(label)}`;
    return words.every((word) => plain.includes(` ${word}`));
  };
  const found = labels.flatMap((label, index) => (isFound(label) ? [index] : []));
  const isExact = (index: number) =>
    (labels[index] ?? '').normalize('NFC').toLocaleLowerCase('vi').includes(exact);
  return [...found.filter(isExact), ...found.filter((index) => !isExact(index))];
}
