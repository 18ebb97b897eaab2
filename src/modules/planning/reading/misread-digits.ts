const MISREAD = /(?<![a-z\d])[\dlo|]{1,4}(?=\s?%|\d|[.,/]\d|\s?\/\s?\d)|(?<=\d[/.,]?)[lo|]{1,2}(?![a-z])/g;

/** Digits that a scanner took for letters, in bare text and at their places: "l00%", "3l/10/2O26". */
export function withDigits(plain: string): string {
  return plain.replace(MISREAD, (figure) =>
    /\d/.test(figure) || /^[lo|]+$/.test(figure) ? figure.replace(/[l|]/g, '1').replace(/o/g, '0') : figure,
  );
}

const PARTED = /(?<=(?:tu|dat|tren|duoi|thieu|nhat|qua) )(\d) (\d)(?= ?%)/g;

/** Digits of one share that a scanner set apart, in bare text and in the same room: "từ 9 5%". */
export function withJoinedDigits(plain: string): string {
  return plain.replace(PARTED, ' $1$2');
}
