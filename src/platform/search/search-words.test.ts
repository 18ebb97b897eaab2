import { describe, expect, it } from 'vitest';
import { isTooShort, longestSearch, readSearch, textScore } from './search-words.ts';

const terms = (typed: string) => readSearch(typed)?.terms.map((term) => term.text);

describe('what somebody typed into a search field', () => {
  it('is words in any order, numbers as they stand, and quoted parts', () => {
    expect(terms('thủ tục  hành chính')).toEqual(['thủ', 'tục', 'hành', 'chính']);
    expect(terms('số 12/KH-UBND')).toEqual(['số', '12 KH UBND']);
    expect(terms('"thủ tục" xã')).toEqual(['thủ tục', 'xã']);
    expect(terms('“thủ tục” 90%')).toEqual(['thủ tục', '90%']);
    expect(terms('"chưa đóng')).toEqual(['chưa', 'đóng']);
  });

  it('has limits, and nothing in it that means something to a pattern', () => {
    expect(readSearch(undefined)).toBeUndefined();
    expect(readSearch(' " ” _ \\ \u0000 \ud800 ')).toBeUndefined();
    expect(terms('a_b\\c')).toEqual(['a b c']);
    expect(terms('x '.repeat(500))).toHaveLength(12);
    expect(terms('ă'.repeat(5_000))?.[0]?.length).toBeLessThanOrEqual(longestSearch);
  });

  it('says when it is too little to look for', () => {
    const isShort = (typed: string) => isTooShort(readSearch(typed) ?? { typed, terms: [] });
    expect([isShort('a'), isShort('á b'), isShort('nguyen a'), isShort('12')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('words that stand in no table', () => {
  const score = (typed: string, text: string) => textScore(readSearch(typed) ?? { typed, terms: [] }, text);

  it('are found with and without marks, in any order, and by keys of an input method', () => {
    for (const typed of ['nhật ký', 'nhat ky', 'ky nhat', 'nhaatj kys', 'nha65t ky1', 'NHẬT', 'nh'])
      expect(score(typed, 'Nhật ký hệ thống')).toBeDefined();
    for (const typed of ['nhật bản', 'hat', 'y', '"ky nhat"'])
      expect(score(typed, 'Nhật ký')).toBeUndefined();
  });

  it('come with exact marks first, then as typed, then whole', () => {
    const ranked = (typed: string, texts: string[]) =>
      texts.sort((a, b) => (score(typed, b) ?? -1) - (score(typed, a) ?? -1));
    expect(ranked('đường', ['dương', 'đường'])).toEqual(['đường', 'dương']);
    expect(ranked('hòa', ['hóa', 'hoà'])).toEqual(['hoà', 'hóa']);
    expect(ranked('an hoa', ['hoa cua an', 'hoan an', 'an hoa'])).toEqual([
      'an hoa',
      'hoa cua an',
      'hoan an',
    ]);
  });
});
