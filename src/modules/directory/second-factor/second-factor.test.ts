import { describe, expect, it } from 'vitest';
import { readCode, writeRecoveryCode } from './second-factor.ts';

describe('a code that was typed', () => {
  it.each(['123456', ' 123 456 ', '123-456'])('is of the app: %j', (typed) => {
    expect(readCode(typed)).toEqual({ kind: 'authenticator', code: '123456' });
  });

  it.each(['abcd-efgh-2345-wxyz', 'ABCDEFGH2345WXYZ', 'abcd efgh 2345 wxyz'])(
    'is a recovery code: %j',
    (typed) => {
      expect(readCode(typed)).toEqual({ kind: 'recovery', code: 'ABCDEFGH2345WXYZ' });
    },
  );

  it.each([
    '',
    '12345',
    '1234567',
    '12345a',
    'abcd-efgh-2345',
    '１２３４５６',
    'abcd-efgh-2345-wxy1',
    "' or 1=1",
  ])('is none: %j', (typed) => {
    expect(readCode(typed)).toBeUndefined();
  });

  it('is written in groups as it is read', () => {
    expect(writeRecoveryCode('ABCDEFGH2345WXYZ')).toBe('ABCD-EFGH-2345-WXYZ');
  });
});
