import { describe, expect, it } from 'vitest';
import { readPdf } from './pdf.ts';
import { pdfOf } from './pdf.fixtures.ts';
import { takeRules } from './ruling-pixels.ts';
import { type Bitmap, inkLevel } from './scan-bitmap.ts';
import { type SeenWord, scannedPdf, sheetWith, standInProgram, tsvOf } from './scan.fixtures.ts';
import { missedCells, putBack } from './scan-missed-cells.ts';
import { paintPage, type Picture } from './scan-paper.ts';
import { skewOf } from './scan-skew.ts';
import { runTesseract } from './scan-tesseract.ts';
import { countTitles } from './scan-title-numbers.ts';
import { wordsOfTsv } from './scan-words.ts';

// 150 dots an inch, as A4 is laid out from a picture of 1240 × 1754 dots.
const SCALE = 1240 / 595;

const FRAME = [
  [100, 200, 1000, 3],
  [100, 300, 1000, 3],
  [100, 400, 1000, 3],
  [100, 200, 3, 203],
  [200, 200, 3, 203],
  [1097, 200, 3, 203],
] as const;

describe('the words that a recognition program reports', () => {
  it('stand on one baseline a line, whatever letters they have', () => {
    const words = wordsOfTsv(
      tsvOf([
        { text: 'Kế', left: 100, top: 80, width: 30, height: 20 },
        { text: 'hoạch,', left: 140, top: 82, width: 60, height: 24 },
      ]),
      2,
    );
    expect(words.map(({ text, left, right, baseline }) => ({ text, left, right, baseline }))).toEqual([
      { text: 'Kế', left: 50, right: 65, baseline: 50 },
      { text: 'hoạch,', left: 70, right: 100, baseline: 50 },
    ]);
  });

  it('are left out where they are guesses or remains of lines', () => {
    const seen: SeenWord[] = [
      { text: '|', left: 0, top: 0, width: 2, height: 20 },
      { text: 'ơ', left: 10, top: 0, width: 9, height: 20, confidence: 4 },
      { text: '|Quý', left: 20, top: 0, width: 30, height: 20 },
      { text: '', left: 60, top: 0, width: 30, height: 20 },
    ];
    expect(wordsOfTsv(tsvOf(seen), 1).map(({ text }) => text)).toEqual(['Quý']);
  });

  it.each([
    ['HI.', 'NỘI', 'III.'],
    ['H', undefined, 'II'],
    ['2,', 'Khen', '2.'],
    ['Hi!', 'CẢI', 'III.'],
    ['Hội', 'Đồng', 'Hội'],
    ['I', 'thì', 'I'],
  ])('have the number at the head of a line put right: %s', (text, next, mended) => {
    const words = [text, ...(next === undefined ? [] : [next])];
    const seen = words.map((word, index) => ({
      text: word,
      left: 50 * index,
      top: 0,
      width: 30,
      height: 20,
    }));
    expect(wordsOfTsv(tsvOf(seen), 1)[0]?.text).toBe(mended);
  });
});

describe('the bitmap of a scanned page', () => {
  it('gives its drawn lines in points and loses them; letters stay', () => {
    const letters = [150, 240, 12, 20] as const;
    const sheet = sheetWith(1240, 1754, [...FRAME, letters]);
    const rules = takeRules(sheet, inkLevel(sheet), SCALE);
    const across = rules.filter(({ direction }) => direction === 'across');
    expect(new Set(across.map(({ at }) => Math.floor(at / 12)))).toEqual(new Set([8, 12, 16]));
    expect(across[0]?.from).toBeCloseTo(100 / SCALE, 1);
    expect(across[0]?.to).toBeCloseTo(1100 / SCALE, 1);
    expect(rules.filter(({ direction }) => direction === 'down')).toHaveLength(9);
    expect(sheet.pixels.filter((level) => level < 128)).toHaveLength(12 * 20);
  });

  it('tells how far it leans', () => {
    const lean = (2 * Math.PI) / 180;
    const lines = Array.from({ length: 12 }, (_, row) => row).flatMap((row) =>
      Array.from({ length: 400 }, (_, x): [number, number, number, number] => {
        const y = 100 + 40 * row + Math.round(2 * x * Math.tan(lean));
        return [50 + 2 * x, y, 2, 4];
      }),
    );
    expect(skewOf(sheetWith(900, 700, lines), 128)).toBeCloseTo(lean, 2);
    expect(skewOf(sheetWith(900, 700, []), 128)).toBe(0);
  });

  it('is laid from pictures of every depth, upright and turned', () => {
    const dot = (
      picture: Picture,
      map: readonly [number, number, number, number, number, number],
    ): number[] => [...paintPage({ width: 2, height: 1 }, [{ picture, map }], 1, 0).pixels];
    const upright = [2, 0, 0, -1, 0, 1] as const;
    const bit: Picture = { width: 2, height: 1, data: Uint8Array.of(0b01_000000), bytesPerDot: 'bit' };
    const colour: Picture = {
      width: 2,
      height: 1,
      data: Uint8Array.of(0, 0, 0, 255, 255, 255),
      bytesPerDot: 3,
    };
    expect(dot(bit, upright)).toEqual([0, 255]);
    expect(dot(colour, upright)).toEqual([0, 255]);
    expect(dot(colour, [-2, 0, 0, -1, 2, 1])).toEqual([255, 0]);
  });

  it('shows cells whose sign was passed over, and takes their words back to their place', () => {
    const sheet = sheetWith(1240, 1754, [[140, 340, 6, 30]]);
    const grid = {
      xs: [48, 96, 528],
      ys: [96, 144, 192],
      cells: [
        [0, 1],
        [2, 3],
      ],
    };
    const missed = missedCells(sheet, 128, SCALE, [grid], []);
    expect(missed?.crops).toMatchObject([{ left: 140, top: 340, width: 6, height: 30 }]);
    if (!missed) return;
    const [crop] = missed.crops;
    const top = crop?.sheetTop ?? 0;
    const found = wordsOfTsv(tsvOf([{ text: '1', left: 17, top, width: 6, height: 30 }]), SCALE);
    const [word] = putBack(missed, found, SCALE);
    expect(word?.text).toBe('1');
    expect(word?.left).toBeCloseTo(140 / SCALE, 0);
    expect(word?.baseline).toBeCloseTo(370 / SCALE, 0);
  });
});

describe('the title rows of a recognised table', () => {
  const cell = (text: string, column: number, columnSpan = 1) => ({
    text,
    column,
    columnSpan,
    continuesAbove: false,
  });
  const tableOf = (...numbers: string[]) => ({
    kind: 'table' as const,
    width: 4,
    rows: numbers.map((number) => ({ header: false, cells: [cell(number, 0), cell('Cải cách', 1, 3)] })),
  });
  const numbersIn = (numbers: string[]): (string | undefined)[] =>
    countTitles([tableOf(...numbers)]).flatMap((block) =>
      block.kind === 'table' ? block.rows.map(({ cells }) => cells[0]?.text) : [],
    );

  it('are counted where most of them are in order', () => {
    expect(numbersIn(['1', 'II', 'H', 'IV'])).toEqual(['I', 'II', 'III', 'IV']);
  });

  it('stay as they are where they follow another order', () => {
    expect(numbersIn(['1', '2', '3'])).toEqual(['1', '2', '3']);
    expect(numbersIn(['IV', 'V', 'VI'])).toEqual(['IV', 'V', 'VI']);
  });
});

describe('the recognition program', () => {
  it('gets a grey map on its input and gives its table', async () => {
    const echo = standInProgram(`
      let size = 0;
      process.stdin.on('data', (chunk) => (size += chunk.length));
      process.stdin.on('end', () => console.log(process.argv.slice(2).join(' '), size));`);
    expect(await runTesseract(echo, Buffer.from('P5\n'), 'page')).toBe('stdin stdout -l vie --psm 3 tsv 3\n');
    expect(await runTesseract(echo, Buffer.from('P5\n'), 'block')).toBe(
      'stdin stdout -l vie --psm 6 tsv 3\n',
    );
  });

  it('refuses the file as scanned when it fails, lacks the language or is not there', async () => {
    const failing = standInProgram('process.exit(1);');
    await expect(runTesseract(failing, Buffer.alloc(10), 'page')).rejects.toMatchObject({ code: 'scanned' });
    await expect(runTesseract('/nowhere/tesseract', Buffer.alloc(10), 'page')).rejects.toMatchObject({
      code: 'scanned',
    });
  });
});

describe('a scanned PDF file', () => {
  const page = (): Bitmap => sheetWith(1240, 1754, [...FRAME, [140, 340, 8, 24]]);
  const onPage: SeenWord[] = [
    { text: 'TT', left: 120, top: 230, width: 40, height: 24 },
    { text: 'Nhiệm', left: 220, top: 230, width: 90, height: 24 },
    { text: 'vụ', left: 320, top: 230, width: 40, height: 24 },
    { text: 'Tuyên', left: 220, top: 340, width: 90, height: 24, line: 2 },
    { text: 'truyền', left: 320, top: 340, width: 90, height: 24, line: 2 },
  ];
  const inCells: SeenWord[] = [{ text: '1', left: 17, top: 18, width: 8, height: 24 }];

  it('is refused without recognition, however many pages have text', async () => {
    await expect(readPdf(scannedPdf([page()]))).rejects.toMatchObject({ code: 'scanned' });
  });

  it('gives the same table as its text would, marked as recognised, and tells of each page', async () => {
    const program = standInProgram(`
      const tables = ${JSON.stringify({ 3: tsvOf(onPage), 6: tsvOf(inCells) })};
      process.stdin.resume().on('end', () => process.stdout.write(tables[process.argv.at(-2)]));`);
    const told: string[] = [];
    const source = await readPdf(scannedPdf([page()]), {
      program,
      onProgress: (done, total) => told.push(`${done}/${total}`),
    });
    expect(source.recognised).toBe(true);
    expect(source.lines).toEqual(['TT\tNhiệm vụ', '1\tTuyên truyền']);
    expect(told).toEqual(['1/1']);
  });

  it('with text laid unseen over it is read from that, and marked as recognised', async () => {
    const unseen =
      'BT 3 Tr /F1 10 Tf 1 0 0 1 60 700 Tm <004B1EBF0020> Tj <0068006F1EA100630068> Tj <0020004E0103006D> Tj ET';
    const source = await readPdf(pdfOf({ pages: [{ operators: unseen }] }));
    expect(source).toMatchObject({ recognised: true, lines: ['Kế hoạch Năm'] });
  });

  it('is told by its picture, though a signature left some words on it', async () => {
    const stamp = 'BT /F1 8 Tf 1 0 0 1 60 700 Tm <004B1EBF0020> Tj <0068006F1EA100630068> Tj ET';
    await expect(readPdf(scannedPdf([page()], stamp))).rejects.toMatchObject({ code: 'scanned' });
  });

  it('is told from a page of text with a small picture', async () => {
    const text = pdfOf({ pages: [{ texts: [{ x: 60, y: 100, text: 'Kế hoạch' }] }] });
    expect(await readPdf(text)).not.toHaveProperty('recognised');
  });
});
