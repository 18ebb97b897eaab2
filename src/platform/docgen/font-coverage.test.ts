import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fontCoverage } from './font-coverage.ts';

const folder = new URL('fonts/', import.meta.url);
const fonts = readdirSync(folder).filter((name) => name.endsWith('.ttf'));

describe('the fonts of papers', () => {
  it.each(fonts)('%s draws Vietnamese, and the box for what it lacks', (name) => {
    const covers = fontCoverage(readFileSync(new URL(name, folder)));
    const letters = 'aăâeêioôơuưyđ'
      .split('')
      .flatMap((base) =>
        ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => (base + tone).normalize('NFC')),
      );
    const wanted = [...letters, ...letters.map((letter) => letter.toUpperCase())].filter(
      (letter) => letter.length === 1,
    );
    expect(wanted.length).toBeGreaterThan(140);
    expect([...wanted, '□', '…', '“', '”', '–', '≥', '₫'].filter((letter) => !covers(letter))).toEqual([]);
  });

  it('lack what they lack', () => {
    const covers = fontCoverage(readFileSync(new URL(fonts[0] ?? '', folder)));
    expect(['中', '😀', '\ue000', '\uffff'].filter(covers)).toEqual([]);
  });

  it('are told from what is no font', () => {
    expect(() => fontCoverage(new Uint8Array(64))).toThrow(RangeError);
  });
});
