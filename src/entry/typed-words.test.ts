import { describe, expect, it } from 'vitest';
import { FormValues } from '#platform/http/req.ts';
import { typedWords } from './typed-words.ts';

describe('words typed into a form that nobody takes', () => {
  it('are kept, without what the program wrote and without what is secret', () => {
    const form = new FormValues([
      ['version', '3'],
      ['unit', '0198c000-0000-7000-8000-000000000001'],
      ['way', 'nam-truoc'],
      ['password', 'một mật khẩu dài'],
      ['recovery-code', 'abcd efgh ijkl'],
      ['text', 'Báo cáo số 12 đã nộp\nngày 3/7'],
      ['empty', ''],
    ]);
    expect(typedWords(form)).toEqual(['Báo cáo số 12 đã nộp\nngày 3/7']);
  });
});
