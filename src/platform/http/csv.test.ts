import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.ts';

const linesOf = (csv: string) => csv.slice(1).split('\r\n');

describe('toCsv', () => {
  it('begins with a byte order mark and ends every line with CRLF', () => {
    expect(toCsv(['Mã', 'Đơn vị'], [['I.1', 'Văn phòng HĐND']])).toBe(
      '\uFEFFMã,Đơn vị\r\nI.1,Văn phòng HĐND\r\n',
    );
  });

  it('quotes separators, quotes and line ends', () => {
    expect(linesOf(toCsv(['a'], [['một, hai']]))[1]).toBe('"một, hai"');
    expect(linesOf(toCsv(['a'], [['gọi là "sáu rõ"']]))[1]).toBe('"gọi là ""sáu rõ"""');
    expect(toCsv(['a'], [['trên\ndưới']])).toBe('\uFEFFa\r\n"trên\ndưới"\r\n');
  });

  it('leaves missing cells and numbers that are none empty', () => {
    expect(linesOf(toCsv(['a', 'b', 'c'], [[null, Number.NaN, Number.POSITIVE_INFINITY]]))[1]).toBe(',,');
  });

  it('keeps numbers as numbers, also negative ones', () => {
    expect(linesOf(toCsv(['a', 'b'], [[-1.5, 98]]))[1]).toBe('-1.5,98');
  });

  it.each(['=1+1', '+84', '-1', '@SUM(A1)', '\tx', '＝1+1', '＋84', '－1', '＠SUM(A1)'])(
    'takes the formula out of %j',
    (text) => {
      expect(linesOf(toCsv(['a'], [[text]]))[1]).toBe(`'${text}`);
    },
  );

  it('takes the formula out of a text that must be quoted too', () => {
    expect(linesOf(toCsv(['a'], [['=HYPERLINK("http://x","y")']]))[1]).toBe(
      `"'=HYPERLINK(""http://x"",""y"")"`,
    );
    expect(toCsv(['a'], [['\r=1']])).toBe('\uFEFFa\r\n"\'\r=1"\r\n');
  });

  it('takes the formula out of headers', () => {
    expect(linesOf(toCsv(['=x'], []))[0]).toBe("'=x");
  });

  it('gives every text back, with at most the apostrophe before it', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 })), (rows) => {
        const read = readCsv(toCsv(['a', 'b'], rows)).slice(1);
        expect(read).toEqual(
          rows.map((row) => row.map((text) => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text))),
        );
      }),
    );
  });
});

/** A reader by the letter of RFC 4180, to check the writer against. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const match of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
