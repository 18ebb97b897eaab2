import { describe, expect, it } from 'vitest';
import { signInName } from './input.ts';
import { suggestedName } from './suggested-name.ts';

describe('the sign-in name for a full name', () => {
  it.each([
    ['Nguyễn Thị Mai', 'maint'],
    ['Đỗ Văn Đức', 'ducdv'],
    ["Y' Bhin Niê", 'nieyb'],
    ['  An  ', 'an'],
    ['…', 'can-bo'],
  ])('%s is %s', (fullName, name) => {
    expect(suggestedName(fullName)).toBe(name);
    expect(signInName.safeParse(name).success).toBe(true);
  });
});
