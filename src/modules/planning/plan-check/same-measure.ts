import { bareWords } from '../reading/letters.ts';

/** Measures less alike than this are different ones. */
export const leastAlike = 0.8;

const abbreviations: Readonly<Record<string, string>> = {
  tthc: 'thu tuc hanh chinh',
  cchc: 'cai cach hanh chinh',
  dvc: 'dich vu cong',
  dvctt: 'dich vu cong truc tuyen',
  pakn: 'phan anh kien nghi',
  dn: 'doanh nghiep',
  cds: 'chuyen doi so',
};

/** Words that a measure may have or not without being another one. */
const fillers = new Set(['ty', 'le', 'dat', 'duoc', 'la', 'cac', 'va', 'toi', 'thieu', 'tren', 'tu', 'den']);

/** The words of a measure as they are compared: without tones, abbreviations written out, fillers left out. */
export function measureWords(text: string): string[] {
  return bareWords(text)
    .split(' ')
    .flatMap((word) => (abbreviations[word] ?? word).split(' '))
    .filter((word) => word !== '' && !fillers.has(word));
}

/**
 * True when one list of words has all the words of the other. Words that stand only on either side say two things:
 * "nộp trực tuyến" and "nộp trực tiếp", "cấp tỉnh" and "cấp xã".
 */
export function isSameMeasure(one: readonly string[], other: readonly string[]): boolean {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  const left = [...many];
  return few.every((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}
