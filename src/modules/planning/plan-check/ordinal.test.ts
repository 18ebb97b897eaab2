import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { follows, readLabel, writeLabel } from './ordinal.ts';

describe('a number label', () => {
  it.each([
    ['5', [5]],
    ['5.4.', [5, 4]],
    ['IV.2', [4, 2]],
    ['XIV', [14]],
    ['b)', [2]],
    ['đ', [5]],
    ['1.1.2', [1, 1, 2]],
    ['III.a', [3, 1]],
  ])('%s is %j', (text, path) => {
    expect(readLabel(text)?.path).toEqual(path);
  });

  it.each(['', 'f', 'IIII', '2026', '0', '1..2', 'Phụ lục', '1.1.1.1.1.1', '5a'])('"%s" is none', (text) => {
    expect(readLabel(text)).toBeUndefined();
  });

  it('is written as it was read', () => {
    const written = fc.oneof(
      fc.integer({ min: 1, max: 200 }).map(String),
      fc
        .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }))
        .map((parts) => parts.join('.')),
      fc.constantFrom('I', 'IV', 'IX', 'XIX', 'II.3', 'a', 'đ', 'y', '2.c'),
    );
    fc.assert(
      fc.property(written, (text) => {
        const label = readLabel(text);
        expect(label && writeLabel(label, label.path.at(-1) ?? 0)).toBe(text);
      }),
    );
  });

  it('follows another with or without đ', () => {
    const isNext = (one: string, other: string) => {
      const [before, after] = [readLabel(one), readLabel(other)];
      return before !== undefined && after !== undefined && follows(before, after);
    };
    expect([isNext('d', 'đ'), isNext('đ', 'e'), isNext('d', 'e'), isNext('e', 'g')]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([isNext('c', 'đ'), isNext('4', '6'), isNext('e', 'h')]).toEqual([false, false, false]);
  });
});
