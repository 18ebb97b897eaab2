import { describe, expect, it } from 'vitest';
import { initials } from './person.tsx';

describe('initials', () => {
  it('takes the middle and the given name, which stand last', () => {
    expect(initials('Nguyễn Thị Thu Hằng')).toBe('TH');
    expect(initials('Nguyễn Thị Mai (demo)')).toBe('TM');
  });

  it('keeps Vietnamese capitals and single names', () => {
    expect(initials('trần đức ánh')).toBe('ĐÁ');
    expect(initials('Ổn')).toBe('Ổ');
  });

  it('composes letters typed as letter and mark', () => {
    expect(initials('Lê A\u0301nh')).toBe('LÁ');
  });
});
