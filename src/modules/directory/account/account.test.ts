import { describe, expect, it } from 'vitest';
import { passwordProblem, shortestPassword } from './account.ts';

const problem = (password: string) => passwordProblem(password, 'xabinhminh.daumoi');

describe('a new password', () => {
  it.each([
    'con trâu đi trước cái cày',
    'cái cày đi sau',
    'ba-con-meo-den',
    'aqhzkmtwvj',
    'x7Kq0pLm2R',
    '93847120561',
  ])('is free in its kinds of characters: %s', (password) => {
    expect(problem(password)).toBeUndefined();
  });

  it('is long enough by what people count as characters', () => {
    expect(problem('ngắn quá')).toBe('password-short');
    expect(problem('🐃'.repeat(shortestPassword - 1))).toBe('password-short');
    expect(problem('dài '.repeat(60))).toBe('password-long');
  });

  it.each([
    'matkhau123',
    'Mật khẩu 2026',
    'MatKhau@123!',
    'Password2026',
    'anhyeuem99',
    'Anh yêu em 1995',
    'vietnam@2026',
    'admin@12345',
    '1234567890',
    '0987654321',
    '12345678901',
    'qwertyuiop',
    'aaaaaaaaaa',
    'abcabcabca',
    '1111111111',
    '123123123123',
    'ubndxa2026',
  ])('is none of those tried first: %s', (password) => {
    expect(problem(password)).toBe('password-common');
  });

  it('is not the sign-in name with a digit', () => {
    expect(problem('XaBinhMinh.DauMoi1')).toBe('password-name');
    expect(problem('xabinhminh.daumoi thích uống trà sen')).toBeUndefined();
  });
});
