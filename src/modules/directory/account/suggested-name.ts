const marks = /[\u0300-\u036f]/g;

/**
 * The sign-in name that people expect for a full name: given name, then the first letters of the others, without
 * marks ("Nguyễn Thị Mai" is "maint"). A name without any Latin letter gives `can-bo`.
 */
export function suggestedName(fullName: string): string {
  const words = fullName
    .normalize('NFD')
    .replace(marks, '')
    .toLowerCase()
    .replaceAll('\u0111', 'd')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const given = words.pop();
  if (!given) return 'can-bo';
  return `${given}${words.map((word) => word[0]).join('')}`.slice(0, 40);
}
