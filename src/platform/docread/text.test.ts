import { describe, expect, it } from 'vitest';
import type { Table } from './document.ts';
import { MAX_CELLS, MAX_CHARACTERS, MAX_LINE_CHARACTERS, MAX_PARAGRAPHS } from './limits.ts';
import { Refusal, type RefusalCode } from './refusal.ts';
import { readText } from './text.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function refusalOf(bytes: Uint8Array): RefusalCode | undefined {
  try {
    readText(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, littleEndian);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i), littleEndian);
  return bytes;
}

describe('readText', () => {
  it('numbers lines from 1 and keeps blank ones', () => {
    const source = readText(utf8('\nKẾ HOẠCH\r\n\r\nI. MỤC ĐÍCH'));
    expect(source.lines).toEqual(['', 'KẾ HOẠCH', '', 'I. MỤC ĐÍCH']);
    expect(source.blocks).toEqual([
      { kind: 'paragraph', text: 'KẾ HOẠCH', line: 2 },
      { kind: 'paragraph', text: 'I. MỤC ĐÍCH', line: 4 },
    ]);
  });

  it('reads UTF-8 with a mark and UTF-16 of both orders alike', () => {
    const texts = [utf8('\ufeffQuý'), utf16('Quý', true), utf16('Quý', false)].map(
      (bytes) => readText(bytes).lines,
    );
    expect(texts).toEqual([['Quý'], ['Quý'], ['Quý']]);
  });

  it('composes decomposed letters', () => {
    expect(readText(utf8('Quý đợt'.normalize('NFD'))).lines).toEqual(['Quý đợt']);
  });

  it('makes one table of neighbouring TAB lines and ends it at a blank line', () => {
    const source = readText(utf8('TT\tViệc\tHạn\n1\tA\t\n\n2\tB\tQuý I'));
    expect(source.blocks.map((block) => [block.kind, block.line])).toEqual([
      ['table', 1],
      ['table', 4],
    ]);
    const table = source.blocks[0] as Table;
    expect(table.width).toBe(3);
    expect(table.rows[1]?.cells.map((cell) => cell.text)).toEqual(['1', 'A', '']);
  });

  it('reads Markdown tables without their rule', () => {
    const table = readText(utf8('| TT | Việc |\n|----|:----|\n| 1 | **A** |')).blocks[0] as Table;
    expect(table.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ['TT', 'Việc'],
      ['1', 'A'],
    ]);
  });

  it('reads Markdown tables without a frame, and pipes that are no border', () => {
    const source = readText(utf8('a | b\n\nTT | Việc\n---|---\n1 | x \\| y\n2 |\n\nc | d'));
    expect(source.blocks.map((block) => [block.kind, block.line])).toEqual([
      ['paragraph', 1],
      ['table', 3],
      ['paragraph', 8],
    ]);
    const table = source.blocks[1] as Table;
    expect(table.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ['TT', 'Việc'],
      ['1', 'x | y'],
      ['2'],
    ]);
  });

  it('takes a quoted cell of several lines for one cell of one row', () => {
    const source = readText(utf8('TT\tViệc\tHạn\n1\t"- một\n- ""hai"""\tQuý I\n2\tba\tQuý II'));
    expect(source.lines).toEqual(['TT\tViệc\tHạn', '1\t- một - "hai"\tQuý I', '2\tba\tQuý II']);
    expect((source.blocks[0] as Table).rows[1]?.cells[1]?.text).toBe('- một\n- "hai"');
  });

  it('leaves quotation marks that people wrote', () => {
    const written = ['"Ba sạch"\tx\ty', '"Xã không giấy tờ', 'là phong trào', '1\t"06 dám" và\tz', '"a"'];
    expect(readText(utf8(written.join('\n'))).lines).toEqual(written);
  });

  it('does not take a number with a tab, or an indent, for a table', () => {
    const kinds = readText(utf8('1.\tMục đích\n\tThụt đầu dòng\na)\tÝ')).blocks.map((block) => block.kind);
    expect(kinds).toEqual(['paragraph', 'paragraph', 'paragraph']);
  });

  it('drops emphasis, headings, tags and scanner notes, keeps footnote stars', () => {
    const source = readText(
      utf8('## **1. Phòng** *kinh tế*\nGhi chú (*) xem\n<b>II</b> <i>x</i> *[Signature]*'),
    );
    expect(source.blocks).toEqual([
      { kind: 'paragraph', text: '1. Phòng kinh tế', line: 1, bold: true, level: 1 },
      { kind: 'paragraph', text: 'Ghi chú (*) xem', line: 2 },
      { kind: 'paragraph', text: 'II x', line: 3, bold: true },
    ]);
  });

  it('keeps the items of a list inside a cell apart', () => {
    const table = readText(utf8('1\t<ul> <li>- Một</li> <li>- Hai</li> </ul>\tx')).blocks[0] as Table;
    expect(table.rows[0]?.cells[1]?.text).toBe('- Một\n- Hai');
  });

  it.each<[string, Uint8Array, RefusalCode]>([
    ['no bytes', new Uint8Array(0), 'empty'],
    ['white space only', utf8(' \n\t\n'), 'empty'],
    ['NUL bytes', Uint8Array.of(65, 0, 66), 'not-text'],
    ['bytes of no encoding', Uint8Array.of(0xc3, 0x28, 0xff), 'not-text'],
    ['too many letters', new Uint8Array(MAX_CHARACTERS + 1).fill(65), 'too-long'],
    ['too many lines', utf8('a\n'.repeat(MAX_PARAGRAPHS)), 'too-long'],
    ['too many cells', utf8(`${'a\t'.repeat(1000)}\n`.repeat(MAX_CELLS / 1000 + 1)), 'too-long'],
    ['few cells on a vast grid', utf8(`${'a\t'.repeat(9_000)}\n${'ab\tcd\n'.repeat(9_000)}`), 'too-long'],
    ['a line that is too long', utf8('a'.repeat(MAX_LINE_CHARACTERS + 1)), 'too-long'],
  ])('refuses %s', (_name, bytes, code) => {
    expect(refusalOf(bytes)).toBe(code);
  });

  it.each(['*', '<', '\t', '|', '#', ' ', '&', '(*', '<b', 'a\t', '\t"', '"', '\\|'])(
    'stays linear on 4 MB of %j',
    (piece) => {
      const line = piece.repeat(Math.floor((MAX_LINE_CHARACTERS - 10) / piece.length));
      const text = `x ${line} y\n`.repeat(Math.floor(4_000_000 / (line.length + 5)));
      const started = performance.now();
      refusalOf(utf8(text));
      expect(performance.now() - started).toBeLessThan(10_000);
    },
  );
});
