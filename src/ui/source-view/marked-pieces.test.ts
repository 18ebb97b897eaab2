import { describe, expect, it } from 'vitest';
import { markedPieces } from './marked-pieces.ts';

describe('markedPieces', () => {
  it('cuts a text at its marks, in their order', () => {
    expect(
      markedPieces('từ 60% trở lên', [
        { from: 7, to: 14, kind: 'mended' },
        { from: 3, to: 6, kind: 'clash' },
      ]),
    ).toEqual([
      { text: 'từ ' },
      { text: '60%', kind: 'clash' },
      { text: ' ' },
      { text: 'trở lên', kind: 'mended' },
    ]);
  });

  it('leaves a text without marks whole, and nothing of an empty one', () => {
    expect(markedPieces('abc')).toEqual([{ text: 'abc' }]);
    expect(markedPieces('')).toEqual([]);
  });

  it('loses no character to marks that overlap, are empty or reach too far', () => {
    const marks = [
      { from: 1, to: 4, kind: 'clash' as const },
      { from: 2, to: 3, kind: 'mended' as const },
      { from: 5, to: 5, kind: 'mended' as const },
      { from: 4, to: 99, kind: 'mended' as const },
      { from: 40, to: 50, kind: 'clash' as const },
    ];
    const pieces = markedPieces('abcdef', marks);
    expect(pieces.map((piece) => piece.text).join('')).toBe('abcdef');
    expect(pieces).toEqual([{ text: 'a' }, { text: 'bcd', kind: 'clash' }, { text: 'ef', kind: 'mended' }]);
  });
});
