import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDoc } from './doc.ts';

/** Made by LibreOffice: lists, tracked changes, signs, a table with merged cells and an inner table, a note. */
const FILE = new Uint8Array(readFileSync(new URL('word-97.fixtures.doc', import.meta.url)));

/** The file with some bytes of its main stream changed; the stream begins at its signature. */
function changed(at: number, ...bytes: number[]): Uint8Array {
  const copy = Uint8Array.from(FILE);
  copy.set(bytes, Buffer.from(FILE).indexOf(Buffer.from('eca50101', 'hex')) + at);
  return copy;
}

describe('an old Word file', () => {
  it('is read as it would be printed', () => {
    expect(readDoc(FILE).lines.filter((line) => line !== '')).toEqual([
      'KẾ HOẠCH',
      'I. Một',
      '1. Hai',
      '2. Ba',
      'a) Bốn',
      'II. Năm',
      '- gạch',
      'giữ thêm',
      'đoạn đầu đoạn sau',
      'dòng',
      '- mục-x≥ 90%✓',
      'TT\tViệc\tHạn',
      '1\ta\tx | y z | \tQuý I',
      '\tb c\td\t',
      'gone\ta\ta\ta',
      'chú thích',
      'hết',
      '[1] lời chú',
    ]);
  });

  it('keeps merged cells on their grid, and the looks of paragraphs', () => {
    const { blocks } = readDoc(FILE);
    expect(blocks[0]).toMatchObject({ text: 'KẾ HOẠCH', align: 'center' });
    expect(blocks[4]).toMatchObject({ text: 'Bốn', label: 'a)', level: 2 });
    expect(blocks.at(-1)).toMatchObject({ text: 'lời chú', note: true });
    expect(blocks.find((block) => block.kind === 'table')).toMatchObject({
      width: 4,
      rows: [
        { header: true, cells: [{ column: 0 }, { column: 1, columnSpan: 2 }, { column: 3 }] },
        { cells: [{ text: '1', continuesAbove: false }, {}, {}, {}] },
        { cells: [{ text: '', continuesAbove: true }, { text: 'b\nc' }, {}, {}] },
        { cells: [{ text: 'gone' }, {}, {}, {}] },
      ],
    });
  });

  it('is refused under a password, of an older Word, and cut or without its streams', () => {
    expect(() => readDoc(changed(11, 0x13))).toThrow('password-protected');
    expect(() => readDoc(changed(0, 0xdc, 0xa5))).toThrow('format-not-yet');
    expect(() => readDoc(changed(2, 0x68, 0x00))).toThrow('format-not-yet');
    expect(() => readDoc(FILE.subarray(0, FILE.length / 2))).toThrow('truncated');
    const text = Buffer.from(FILE).toString('latin1');
    const renamed = text.replace(Buffer.from('WordDocument', 'utf16le').toString('latin1'), 'W');
    expect(() => readDoc(Buffer.from(renamed.padEnd(FILE.length), 'latin1'))).toThrow('damaged');
  });

  it('is refused when it promises more text than it holds, or than people write', () => {
    expect(() => readDoc(changed(76, 0xff, 0xff, 0x0f, 0x00))).toThrow('truncated');
    expect(() => readDoc(changed(76, 0xff, 0xff, 0xff, 0x7f))).toThrow('too-long');
  });
});
