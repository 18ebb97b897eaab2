/** "1.200", "97,5", "99.5": the value of a printed figure; a dot before three digits parts thousands. */
export function numberOf(printed: string): number {
  const plain = printed.replace(/\s/g, '');
  if (/^\d{1,3}(?:\.\d{3})+$/.test(plain)) return Number(plain.replaceAll('.', ''));
  return Number(plain.replace(',', '.'));
}
