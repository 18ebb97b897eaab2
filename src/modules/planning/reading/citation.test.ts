import { describe, expect, it } from 'vitest';
import { readCitations } from './citation.ts';

describe('readCitations', () => {
  it.each([
    [
      'Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về',
      'Nghị định',
      '61/2018/NĐ-CP',
      '2018-04-23',
      'Chính phủ',
    ],
    ['theo NQ 41/2025/NQ-HĐND', 'Nghị quyết', '41/2025/NQ-HĐND', null, null],
    [
      'Chỉ thị số 41-CT/TW ngày 26/12/2024 của Bộ Chính trị về',
      'Chỉ thị',
      '41-CT/TW',
      '2024-12-26',
      'Bộ Chính trị',
    ],
    [
      'Quyết định số 766/QĐ-TTg ngày 23 tháng 6 năm 2022 của Thủ tướng Chính phủ',
      'Quyết định',
      '766/QĐ-TTg',
      '2022-06-23',
      'Thủ tướng Chính phủ',
    ],
    [
      'tại Công văn số 4625/BNV-CCHC ngày 02/7/2025 của Bộ Nội vụ',
      'Công văn',
      '4625/BNV-CCHC',
      '2025-07-02',
      'Bộ Nội vụ',
    ],
    [
      'Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị',
      'Nghị quyết',
      '57-NQ/TW',
      '2024-12-22',
      'Bộ Chính trị',
    ],
  ])('%j', (text, type, number, date, issuer) => {
    expect(readCitations(text, 'I', [3])).toEqual([{ type, number, date, issuer, where: 'I', line: [3] }]);
  });

  it.each([
    'Số: 06 /KH-UBND',
    '(Kèm theo Kế hoạch số 06/KH-UBND ngày 24/7/2025)',
    'TCVN ISO 9001:2015',
    'ngày 15/7/2021',
    '24/7',
  ])('%j cites nothing', (text) => {
    expect(readCitations(text, 'I', [1])).toEqual([]);
  });
});
