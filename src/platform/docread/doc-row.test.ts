import { describe, expect, it } from 'vitest';
import { ByteView } from './byte-view.ts';
import { readRowLayout } from './doc-row.ts';
import { readSprms } from './doc-sprms.ts';

function bytes(hex: string): ByteView {
  return new ByteView(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
}

/** Three cells of 1,000 each from 0: the second begins a merge downwards, the third goes on with one. */
const ROW = `08d6 46 00 03 0000 e803 d007 b80b ${[0x00, 0x60, 0x20].map((flags) => flags.toString(16).padStart(2, '0') + '00'.repeat(19)).join('')}`;

describe('the layout of a row', () => {
  it('tells edges and merges of its cells', () => {
    expect(readRowLayout(readSprms(bytes(`${ROW} 0434 01`)))).toEqual({
      edges: [0, 1000, 2000, 3000],
      cells: [
        { continuesLeft: false, continuesAbove: false },
        { continuesLeft: false, continuesAbove: false },
        { continuesLeft: false, continuesAbove: true },
      ],
      isHeader: true,
    });
  });

  it('takes later changes of single cells', () => {
    const layout = readRowLayout(readSprms(bytes(`${ROW} 2bd6 02 00 01 2bd6 02 02 00 2456 01 03`)));
    expect(layout?.cells).toEqual([
      { continuesLeft: false, continuesAbove: true },
      { continuesLeft: false, continuesAbove: false },
      { continuesLeft: true, continuesAbove: false },
    ]);
  });

  it('is unknown where nothing defines it, and cut short at a change that is', () => {
    expect(readRowLayout([])).toBeUndefined();
    expect(readSprms(bytes('1624 01 08d6 ff00 03'))).toHaveLength(1);
  });
});
