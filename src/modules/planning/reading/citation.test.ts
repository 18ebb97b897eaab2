import { describe, expect, it } from 'vitest';
import { eachOnce, readCitations } from './citation.ts';

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

  const cited = (text: string): string[] =>
    readCitations(text, 'I', [1]).map(({ type, number, date }) => `${type} ${number} ${date ?? ''}`.trim());

  it.each([
    ['theo Nghị định số: 30/2020/NĐ-CP ngày 05/3/2020', ['Nghị định 30/2020/NĐ-CP 2020-03-05']],
    ['Nghị quyết số 66.7/2025/NQ-CP ngày 15/11/2025', ['Nghị quyết 66.7/2025/NQ-CP 2025-11-15']],
    ['KH số 12-KH/ĐU ngày 10/01/2026 của Đảng ủy', ['Kế hoạch 12-KH/ĐU 2026-01-10']],
    ['Luật Tổ chức chính quyền địa phương số 72/2025/QH15', ['Luật 72/2025/QH15']],
    [
      'các Quyết định số: 15/QĐ-UBND, 16/QĐ-UBND và số 17/QĐ-UBND ngày 12/01/2026',
      ['Quyết định 15/QĐ-UBND', 'Quyết định 16/QĐ-UBND', 'Quyết định 17/QĐ-UBND 2026-01-12'],
    ],
    ['đánh giá theo Bộ chỉ số Quyết định 766 trên Cổng', ['Quyết định 766']],
    ['Biểu số 3-K, tổ 4-L, ô 01-C', []],
    ['Lệnh số 05/2025/L-CTN', ['null 05/2025/L-CTN']],
    ['Đề án 06, Nghị quyết 57, Quyết định 02 nội dung', []],
    ['Thông tư số 01/2026/TT-BNV ngày 31/02/2026', ['Thông tư 01/2026/TT-BNV']],
  ])('%j cites %j', (text, documents) => {
    expect(cited(text)).toEqual(documents);
  });

  it('lets a whole number stand for the same number without its symbol', () => {
    const twice = readCitations('Quyết định số 766/QĐ-TTg; theo Quyết định 766', 'I', [1]);
    expect(twice).toHaveLength(2);
    expect(eachOnce(twice).map(({ number }) => number)).toEqual(['766/QĐ-TTg']);
  });
});
