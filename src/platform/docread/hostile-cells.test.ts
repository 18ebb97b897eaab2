import { describe, expect, it } from 'vitest';
import { outcome, outcomeOf } from './hostile.fixtures.ts';
import { readPasted } from './read-pasted.ts';
import type { RefusalCode } from './refusal.ts';
import { row, type SheetParts, workbook } from './workbook.fixtures.ts';

const sheet = (parts: SheetParts) => outcome(workbook({ sheets: [parts] }), 'plan.xlsx');
const paste = (html: string) => outcomeOf(() => readPasted({ html, text: '' }));

describe('a workbook made to hurt', () => {
  const cells = (count: number) => '<c><v>1</v></c>'.repeat(count);

  it.each<[string, SheetParts, RefusalCode]>([
    ['a million cells', { data: `<row>${cells(1_000)}</row>`.repeat(1_000) }, 'too-long'],
    ['a million empty rows', { data: '<row/>'.repeat(1_000_000) }, 'too-long'],
    [
      'few cells on a vast grid',
      {
        data: Array.from(
          { length: 9_000 },
          (_, at) =>
            `<row r="${at + 1}"><c r="${letters(at)}${at + 1}"><v>1</v></c><c r="A${at + 1}"><v>1</v></c></row>`,
        ).join(''),
      },
      'too-long',
    ],
    [
      'merged cells over all of a long sheet',
      {
        data:
          row(
            1,
            Array.from({ length: 100 }, () => 'x'),
          ) + row(2, ['y']).replaceAll('2', '').repeat(20_000),
        merges: Array.from({ length: 100 }, (_, at) => `${letters(at)}1:${letters(at)}1048576`),
      },
      'too-long',
    ],
  ])('is refused with %s', async (_, parts, code) => {
    expect(await sheet(parts)).toBe(code);
  });

  it('is read where merged ranges overlap, are endless or upside down', async () => {
    const merges = [
      ...Array.from({ length: 50_000 }, (_, at) => `A1:XFD${at + 1}`),
      'A1:A99999999',
      'C9:A1',
      'ZZZ1:ZZZ2',
      'x',
    ];
    const data = row(1, ['a', 'b']) + row(2, ['c', 'd']).repeat(500);
    expect(await sheet({ data, merges })).toMatchObject({ format: 'xlsx' });
  });

  it('is read where half a million ranges of columns are hidden', async () => {
    const columns = '<col min="2" max="16384" hidden="1"/>'.repeat(400_000);
    expect(await sheet({ data: row(1, ['a', 'b']), columns })).toMatchObject({ lines: ['a'] });
  });

  it('is refused when one long text fills many cells', async () => {
    const strings = `<si><t>${'x'.repeat(10_000)}</t></si>`;
    const data = `<row>${'<c t="s"><v>0</v></c>'.repeat(1_000)}</row>`;
    expect(await outcome(workbook({ sheets: [{ data }], strings }))).toBe('too-long');
  });

  it('is refused when a thousand sheets are the same one', async () => {
    const data = `<row>${cells(200)}</row>`;
    const sheets = Array.from({ length: 1_000 }, () => ({ data }));
    expect(await outcome(workbook({ sheets }))).toBe('too-long');
  });

  it('shows numbers beyond all bounds, and formats that are none', async () => {
    const codes = [
      '"'.repeat(50_000),
      '0'.repeat(50_000),
      '[h'.repeat(50_000),
      '\\',
      ';',
      'd'.repeat(50_000),
    ];
    const styles = `<numFmts>${codes.map((code, at) => `<numFmt numFmtId="${at + 200}" formatCode='${code}'/>`).join('')}</numFmts><cellXfs>${codes.map((_, at) => `<xf numFmtId="${at + 200}"/>`).join('')}</cellXfs>`;
    const values = ['1e308', '-1e308', '1e-300', 'Infinity', 'NaN', '0x10', ' '];
    const data = codes.map(
      (_, at) => `<row>${values.map((value) => `<c s="${at}"><v>${value}</v></c>`).join('')}</row>`,
    );
    expect(await outcome(workbook({ sheets: [{ data: data.join('') }], styles }))).toMatchObject({
      format: 'xlsx',
    });
  });
});

describe('pasted pages made to hurt', () => {
  it.each<[string, string, RefusalCode]>([
    ['a million cells', `<table>${`<tr>${'<td>x'.repeat(1_000)}`.repeat(1_000)}</table>`, 'too-long'],
    ['a million elements', '<table>'.concat('<i>'.repeat(1_000_000)), 'too-long'],
    ['tables nested a thousand deep', '<table><tr><td>'.repeat(1_000), 'too-deep'],
    ['lists nested a thousand deep', `<table></table>${'<ul><li>'.repeat(1_000)}`, 'too-deep'],
    [
      'cells that reach over each other',
      `<table>${`<tr>${'<td rowspan=65534 colspan=1000>x'.repeat(100)}`.repeat(1_000)}</table>`,
      'too-long',
    ],
  ])('are refused with %s', async (_, html, code) => {
    expect(await paste(html)).toBe(code);
  });

  it.each([
    '<',
    '<!--',
    '</',
    '<a "',
    "<a '",
    '<style>',
    '<style',
    '&',
    '&#',
    '<p',
    '<td',
    '"',
    '<table ',
    '<li>',
    '\n',
    '<b title="">',
  ])('are read or refused in proportion to their length: %j', async (piece) => {
    await paste(`<table><tr><td>x</table>${piece.repeat(2_000_000 / piece.length)}`);
  });

  it('are refused when they are too large', async () => {
    expect(await outcomeOf(() => readPasted({ text: 'x'.repeat(21 * 1024 * 1024) }))).toBe('too-large');
  });
});

/** The letters of a column, from 0. */
function letters(column: number): string {
  const rest = column % 26;
  return (column < 26 ? '' : letters((column - rest) / 26 - 1)) + String.fromCharCode(65 + rest);
}
