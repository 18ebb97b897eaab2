import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, spell } from './folding.ts';
import { decodeTyped } from './typed-word.ts';
import { syllables, telexOf, vniOf, written } from './typed-word.fixtures.ts';

describe('keys of an input method that was off', () => {
  it.each([
    ['nguyeenx', 'nguyễn'],
    ['nguye6n4', 'nguyễn'],
    ['NGUYEENX', 'nguyễn'],
    ['ddoongf', 'đồng'],
    ['kyf', 'kỳ'],
    ['đôngf', 'đồng'],
    ['dduowngf', 'đường'],
    ['d9uo7ng2', 'đường'],
    ['muaw', 'mưa'],
    ['quawn', 'quăn'],
    ['hoawcj', 'hoặc'],
    ['tieengs', 'tiếng'],
    ['quyeets', 'quyết'],
    ['nhw', 'như'],
    ['thuowr', 'thuở'],
    ['quowr', 'quở'],
    ['nguwowif', 'người'],
    ['nguowif', 'người'],
  ])('reads %s as %s', (typed, meant) => {
    expect(spell(decodeTyped(typed) ?? '')).toBe(spell(meant));
  });

  it.each([
    'nguyen',
    'nguyễn',
    'user',
    'form',
    'law',
    'q1',
    '12',
    '90%',
    'ubnd',
    'h2',
    'cchc',
    '',
    'x'.repeat(500),
  ])('leaves %s alone', (typed) => {
    expect(decodeTyped(typed)).toBeUndefined();
  });

  it('reads every syllable back from Telex and from VNI', () => {
    fc.assert(
      fc.property(syllables, (syllable) => {
        for (const keys of [telexOf(syllable), vniOf(syllable)]) {
          const meant = decodeTyped(keys);
          expect(spell(meant ?? keys)).toBe(spell(written(syllable, 0)));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('never throws, and never gives what is no word', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (typed) => {
        const meant = decodeTyped(typed);
        expect(meant === undefined || /^\p{L}+$/u.test(meant)).toBe(true);
      }),
    );
  });
});

describe('folding and spelling', () => {
  it('does not see where the tone stands', () => {
    fc.assert(
      fc.property(syllables, fc.nat(4), fc.nat(4), (syllable, one, other) => {
        expect(spell(written(syllable, one))).toBe(spell(written(syllable, other)));
        expect(fold(written(syllable, one))).toBe(fold(written(syllable, other)));
      }),
    );
  });

  it('keeps different tones and letters apart', () => {
    expect(spell('Hoà')).toBe(spell('hòa'));
    expect(spell('thuỷ')).toBe(spell('Thủy'));
    expect(new Set(['ma', 'má', 'mà', 'mả', 'mã', 'mạ', 'mâ', 'mậ'].map(spell)).size).toBe(8);
    expect(spell('đường').startsWith(spell('đườ').trimEnd())).toBe(true);
  });
});
