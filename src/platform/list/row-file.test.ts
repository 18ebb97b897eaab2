import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#platform/clock/plain-date.ts';
import { readSource } from '#platform/docread/read-source.ts';
import { csvFile } from './csv-file.ts';
import type { FileCell, FileColumn } from './row-file.ts';
import { xlsxFile } from './xlsx-file.ts';

type Row = readonly FileCell[];
const columns: FileColumn<Row>[] = ['Tên', 'Ngày', 'Số'].map((label, at) => ({
  name: label,
  label,
  value: (row) => row[at] ?? null,
}));
const rows: Row[] = [
  ['Phòng Văn hóa – Xã hội', { day: plainDate('2026-05-12') }, 12.5],
  ['=HYPERLINK("http://x")', null, -3],
  ['＋84', { day: plainDate('1999-01-31') }, null],
];

/** The whole file, its rows given a few at a time. */
function written(file: ReturnType<typeof xlsxFile<Row>>, all: readonly Row[]): Uint8Array {
  return Buffer.concat([...all.map((row) => file.add([row])), file.end()]);
}

const sheetOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] as Uint8Array);

describe('an Excel file', () => {
  it('is read by the reader of workbooks as it was written', async () => {
    const source = await readSource(written(xlsxFile('Nhiệm vụ', columns), rows), 'x.xlsx');
    const cells = source.blocks.flatMap((block) =>
      block.kind === 'table'
        ? block.rows.map((row) => row.cells.map((cell) => `${cell.column} ${cell.text}`))
        : [],
    );
    expect(cells).toEqual([
      ['0 Tên', '1 Ngày', '2 Số'],
      ['0 Phòng Văn hóa – Xã hội', '1 12/05/2026', '2 12.5'],
      ['0 =HYPERLINK("http://x")', '2 -3'],
      ['0 ＋84', '1 31/01/1999'],
    ]);
  });

  it('marks as text what would be a formula once edited, and holds no formula', () => {
    const sheet = sheetOf(written(xlsxFile('x', columns), rows));
    expect(sheet).toContain(
      '<c s="3" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(&quot;http://x&quot;)</t>',
    );
    expect(sheet).toContain('<c s="3" t="inlineStr"><is><t xml:space="preserve">＋84</t>');
    expect(sheet).not.toContain('<f>');
  });

  it('stays XML whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const sheet = sheetOf(written(xlsxFile(text, columns), [[text, null, 1]]));
        expect(sheet).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
        expect(sheet.replaceAll(/<[^<>]*>|&(?:amp|lt|gt|quot);/g, '')).not.toMatch(/[<>&]/);
      }),
      { numRuns: 50 },
    );
  });
});

it('a CSV file has a byte order mark, days as days, and nothing that runs', () => {
  const text = Buffer.from(written(csvFile(columns), rows)).toString('utf8');
  expect(text).toBe(
    '\uFEFFTên,Ngày,Số\r\nPhòng Văn hóa – Xã hội,12/05/2026,12.5\r\n"\'=HYPERLINK(""http://x"")",,-3\r\n\'＋84,31/01/1999,\r\n',
  );
});

it('a file without rows has its head', () => {
  expect(Buffer.from(csvFile(columns).end()).toString('utf8')).toBe('\uFEFFTên,Ngày,Số\r\n');
});
