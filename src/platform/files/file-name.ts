/** Why a name cannot stand for a file here. */
export type FileNameRefusal = 'name-empty' | 'name-path' | 'name-hidden' | 'name-long';

const longest = 180;
/** Control letters, and letters that turn the direction of writing or cannot be seen: `bao-cao[RLO]fdp.exe`. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]/u;

/**
 * Reads the name under which a file was sent. Refuses a path, letters that hide what the name is, and names that other
 * machines cannot keep; gives it in NFC otherwise.
 */
export function readFileName(given: string): { name: string } | { refusal: FileNameRefusal } {
  const name = given.normalize('NFC').trim();
  if (name === '' || /^\.+$/.test(name)) return { refusal: 'name-empty' };
  if (/[/\\]/.test(name)) return { refusal: 'name-path' };
  if (hidden.test(name)) return { refusal: 'name-hidden' };
  if (name.length > longest) return { refusal: 'name-long' };
  return { name };
}

/** What stands after the last point of a name, in small letters; empty where there is none. */
export function endingOf(name: string): string {
  return /\.([\p{L}\p{N}]{1,8})$/u.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** A name as other people's logs may show it: what cannot be seen is shown by its number, and the middle of a long one is left out. */
export function shownName(given: string): string {
  const seen = given.replaceAll(
    new RegExp(hidden, 'gu'),
    (letter) => `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
  return seen.length <= longest ? seen : `${seen.slice(0, longest - 40)}…${seen.slice(-30)}`;
}
