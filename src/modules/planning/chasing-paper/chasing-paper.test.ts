import { describe, expect, it } from 'vitest';
import { lettersOf } from './chasing-paper.ts';
import { paperWords } from './texts.ts';

describe('the letters of a unit in a symbol', () => {
  it.each([
    ['Phòng Văn hóa - Xã hội', 'VHXH'],
    ['Phòng Kinh tế', 'KT'],
    ['Phòng Kinh tế, Hạ tầng và Đô thị', 'KTHTĐT'],
    ['Văn phòng HĐND và UBND', 'VP'],
    ['Trung tâm Phục vụ hành chính công', 'TTPVHCC'],
    ['Ban CHQS xã', 'BCHQSX'],
    ['Phòng', ''],
  ])('%s is %s', (unit, expected) => {
    expect(lettersOf(unit, paperWords.unitLetters)).toBe(expected);
  });
});
