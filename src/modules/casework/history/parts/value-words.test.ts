import { describe, expect, it } from 'vitest';
import { fieldWords, type Speech, valueWords } from './value-words.tsx';

const id = '0197a000-0000-7000-8000-000000abcdef';
const speech: Speech = {
  lang: 'vi',
  words: {
    acts: { 'planning.task.assign': 'Giao việc' },
    kinds: {},
    fields: { state: 'Trạng thái', head: 'Thông tin chung', kind: 'Loại', 'own-day.kind': 'Loại ngày' },
    values: { state: { open: 'đang làm' }, grants: { all: 'tất cả' }, 'own-day.kind': { off: 'nghỉ' } },
  },
  names: new Map([[id, 'Phạm An']]),
};

describe('a value', () => {
  it.each([
    ['state', 'open', 'đang làm'],
    ['state', 'unknown-code', 'unknown-code'],
    ['due', '2026-06-30', '30/06/2026'],
    ['at', '2026-05-12T03:30:00.000Z', '10:30 12/05/2026'],
    ['year', 2026, '2026'],
    ['size', 1_234_567, '1.234.567'],
    ['share', 98.2, '98,2'],
    ['who', id, 'Phạm An'],
    ['who', id.replace('f', '0'), '#abcde0'],
    ['isHead', true, 'có'],
    ['gone', null, '–'],
    ['units', [], '–'],
    ['units', ['A', 'B'], 'A; B'],
    ['faults', [{ state: 'open', from: 3 }], 'Trạng thái: đang làm, from: 3'],
    ['text', '<b>2026-13-45</b>', '<b>2026-13-45</b>'],
  ])('%s of %j is said as %s', (field, value, words) => {
    expect(valueWords(speech, [field], value)).toBe(words);
  });
});

it('a field is said with the way that leads to it', () => {
  expect(fieldWords(speech, ['head', 'title'])).toBe('Thông tin chung › title');
  expect(fieldWords(speech, [id, 'state'])).toBe('Phạm An › Trạng thái');
});

it('the rights of a role are said by their acts', () => {
  const path = ['grants', 'planning.task.assign'];
  expect(fieldWords(speech, path)).toBe('grants › Giao việc');
  expect(valueWords(speech, path, 'all')).toBe('tất cả');
});

it('a kind of record may have its own word for a field and for its codes', () => {
  const ofDay = { ...speech, recordKind: 'own-day' };
  expect([fieldWords(ofDay, ['kind']), valueWords(ofDay, ['kind'], 'off')]).toEqual(['Loại ngày', 'nghỉ']);
  expect([fieldWords(speech, ['kind']), valueWords(speech, ['kind'], 'off')]).toEqual(['Loại', 'off']);
});
