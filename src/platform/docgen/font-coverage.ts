const CMAP = 0x63_6d_61_70;
const SEGMENTS = 4;

/** Which letters a TrueType font can draw, from its table of characters; those beyond U+FFFF count as missing. */
export function fontCoverage(font: Uint8Array): (letter: string) => boolean {
  const data = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const ranges = segments(data, segmentTable(data, tableAt(data, CMAP)));
  return (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return ranges.some(([first, last]) => first <= code && code <= last);
  };
}

function tableAt(data: DataView, tag: number): number {
  const count = data.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + index * 16;
    if (data.getUint32(entry) === tag) return data.getUint32(entry + 8);
  }
  throw new RangeError('The font has no table of characters');
}

function segmentTable(data: DataView, cmap: number): number {
  const count = data.getUint16(cmap + 2);
  for (let index = 0; index < count; index += 1) {
    const table = cmap + data.getUint32(cmap + 4 + index * 8 + 4);
    if (data.getUint16(table) === SEGMENTS) return table;
  }
  throw new RangeError('The font has no table of characters by segments');
}

/** First and last character of each run of characters that the font draws. */
function segments(data: DataView, table: number): [number, number][] {
  const count = data.getUint16(table + 6) / 2;
  const [ends, starts] = [table + 14, table + 16 + count * 2];
  return Array.from({ length: count }, (_, index): [number, number] => [
    data.getUint16(starts + index * 2),
    data.getUint16(ends + index * 2),
  ]).filter(([first]) => first !== 0xff_ff);
}
