import { describe, expect, it } from 'vitest';
import { keepable } from './kept-form.ts';

describe('what is kept of a form', () => {
  it('is its fields as they would be sent, several of one name too', () => {
    expect(
      keepable([
        ['name', 'Thôn Đông'],
        ['code', 'II.1'],
        ['role', 'a'],
        ['role', 'b'],
      ]),
    ).toEqual([
      ['name', 'Thôn Đông'],
      ['code', 'II.1'],
      ['role', 'a'],
      ['role', 'b'],
    ]);
  });

  it.each([
    'password',
    'newPassword',
    'mat-khau',
    'clientSecret',
    'apiToken',
    'otp',
    'recoveryCode',
    'credential',
    '_ma-gui',
    '_giu',
  ])('is never %s', (name) => {
    expect(keepable([[name, 'x']])).toEqual([]);
  });

  it('is never a file', () => {
    expect(keepable([['file', new File(['x'], 'a.docx')]])).toEqual([]);
  });

  it('is nothing at all when the form is too large', () => {
    expect(keepable([['text', 'a'.repeat(200_001)]])).toBeUndefined();
    expect(keepable(Array.from({ length: 201 }, (_, n) => [`f${n}`, '1'] as const))).toBeUndefined();
    expect(
      keepable(Array.from({ length: 4 }, (_, n) => [`f${n}`, 'a'.repeat(90_000)] as const)),
    ).toBeUndefined();
  });
});
