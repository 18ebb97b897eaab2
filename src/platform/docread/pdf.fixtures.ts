import { deflateSync } from 'node:zlib';

/** A text on a test page: its start on the baseline, in points from the upper left corner. */
export interface TextSketch {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  readonly bold?: boolean;
}

export interface PageSketch {
  readonly texts?: readonly TextSketch[];
  /** Straight lines: x and y of both ends. */
  readonly lines?: readonly (readonly [number, number, number, number])[];
  readonly landscape?: boolean;
  /** Quarter turns by which a viewer turns the page, in degrees. */
  readonly rotate?: number;
  /** Operators set behind the drawing as they are. */
  readonly operators?: string;
}

export interface PdfSketch {
  readonly pages: readonly PageSketch[];
  /** Entries added to the catalogue and the trailer. */
  readonly catalogue?: string;
  readonly trailer?: string;
  /** Further objects, numbered from 100 on in their order. */
  readonly objects?: readonly string[];
  /** Entries added to the resources of every page. */
  readonly resources?: string;
}

/** Width of every letter of the test fonts, in sizes. */
const LETTER_WIDTH = 0.5;

const FIRST_PAGE = 10;
const FIRST_FURTHER = 100;

/** Writes a small PDF file with text in fonts that map each code to the same Unicode character. */
export function pdfOf({
  pages,
  catalogue = '',
  trailer = '',
  objects = [],
  resources = '',
}: PdfSketch): Uint8Array {
  const all = new Map<number, string>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`],
    [
      2,
      `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${FIRST_PAGE + 2 * i} 0 R`).join(' ')}] >>`,
    ],
    ...font(3, 'Sketch'),
    ...font(5, 'Sketch-Bold'),
    [7, stream('<< >>', TO_UNICODE)],
    ...objects.map((object, index): [number, string] => [FIRST_FURTHER + index, object]),
  ]);
  for (const [index, page] of pages.entries()) {
    const [width, height] = page.landscape === true ? [842, 595] : [595, 842];
    const number = FIRST_PAGE + 2 * index;
    all.set(
      number,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${page.rotate ?? 0} /Contents ${number + 1} 0 R /Resources << /Font << /F1 3 0 R /F2 5 0 R >> ${resources} >> >>`,
    );
    all.set(number + 1, stream('<< /Filter /FlateDecode >>', deflateSync(contentOf(page, height))));
  }
  return fileOf(all, trailer);
}

/** A stream object: a dictionary of one line, its length added, and the bytes. */
export function stream(dictionary: string, data: string | Uint8Array): string {
  const bytes = Buffer.from(data as string, 'latin1').toString('latin1');
  return `${dictionary.replace(/>>$/, `/Length ${bytes.length} >>`)}\nstream\n${bytes}\nendstream`;
}

/** Lines of a table: its outer edges, columns and rows. */
export function ruledTable(
  xs: readonly number[],
  ys: readonly number[],
): (readonly [number, number, number, number])[] {
  const [left, right] = [xs[0] ?? 0, xs.at(-1) ?? 0];
  const [top, bottom] = [ys[0] ?? 0, ys.at(-1) ?? 0];
  return [...xs.map((x) => [x, top, x, bottom] as const), ...ys.map((y) => [left, y, right, y] as const)];
}

function contentOf({ texts = [], lines = [], operators = '' }: PageSketch, height: number): Buffer {
  const drawn = lines.map(([x0, y0, x1, y1]) => `${x0} ${height - y0} m ${x1} ${height - y1} l S`);
  const written = texts.map(({ x, y, text, size = 10, bold = false }) => {
    const codes = Buffer.from(text, 'utf16le').swap16().toString('hex');
    return `BT /F${bold ? 2 : 1} ${size} Tf 1 0 0 1 ${x} ${height - y} Tm <${codes}> Tj ET`;
  });
  return Buffer.from([...drawn, ...written, operators].join('\n'), 'latin1');
}

const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Same def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0020> <1EFF> <0020> endbfrange
endcmap end end`;

function font(number: number, name: string): [number, string][] {
  const descriptor = `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>`;
  return [
    [
      number,
      `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${number + 1} 0 R] /ToUnicode 7 0 R >>`,
    ],
    [
      number + 1,
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW ${LETTER_WIDTH * 1000} /FontDescriptor ${descriptor} >>`,
    ],
  ];
}

function fileOf(objects: ReadonlyMap<number, string>, trailer: string): Uint8Array {
  let file = '%PDF-1.7\n';
  const size = Math.max(...objects.keys()) + 1;
  const entries = ['0000000000 65535 f '];
  const offsets = new Map<number, number>();
  for (const [number, object] of objects) {
    offsets.set(number, file.length);
    file += `${number} 0 obj\n${object}\nendobj\n`;
  }
  for (let number = 1; number < size; number++) {
    const offset = offsets.get(number);
    entries.push(
      offset === undefined ? '0000000000 65535 f ' : `${String(offset).padStart(10, '0')} 00000 n `,
    );
  }
  const start = file.length;
  file += `xref\n0 ${size}\n${entries.join('\n')}\ntrailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}
