import { describe, expect, it } from 'vitest';
import { matching, plainLetters } from './matching.ts';

const people = [
  'Nguyễn Thị Thu Hằng · Phòng Kinh tế',
  'Đỗ Văn Dũng · Công an xã',
  'Nguyễn Thị Hàng · Thôn Đông',
  'Hoà Bình',
];
const found = (typed: string) => matching(people, typed).map((index) => people[index]?.split(' · ')[0]);

describe('finding by typing', () => {
  it('needs no marks, and takes đ for d', () => {
    expect(found('do dung')).toEqual(['Đỗ Văn Dũng']);
    expect(plainLetters('Đặng  Thị ẤM')).toBe('dang thi am');
  });

  it('takes words in any order, from their beginnings', () => {
    expect(found('hang nguyen')).toHaveLength(2);
    expect(found('kinh thu')).toEqual(['Nguyễn Thị Thu Hằng']);
    expect(found('guyen')).toEqual([]);
  });

  it('puts the very marks typed first', () => {
    expect(found('hàng')).toEqual(['Nguyễn Thị Hàng', 'Nguyễn Thị Thu Hằng']);
  });

  it('takes letters set together from parts', () => {
    expect(found('Nguyễn'.normalize('NFD'))).toHaveLength(2);
    expect(found('hòa')).toEqual(['Hoà Bình']);
  });

  it('shows all when nothing is typed, and none for mere signs that are no letters', () => {
    expect(found('')).toHaveLength(4);
    expect(found('zzz')).toEqual([]);
  });
});
