import { describe, expect, it } from 'vitest';
import { readPassages } from './passage.ts';
import type { RegimeItem } from './plan-reading.ts';
import { readRegime } from './report-regime.ts';

function regime(...texts: string[]): RegimeItem[] {
  const passages = readPassages(
    texts.map((text, index) => ({ kind: 'paragraph', text, line: index + 1 })),
    [],
  );
  return readRegime(passages, { from: 2026, to: 2026 }, 'xã');
}

describe('readRegime', () => {
  it('leaves out the months that a monthly report is not due in', () => {
    const [item] = regime(
      'Báo cáo tháng gửi về Phòng Văn hóa - Xã hội chậm nhất là ngày 20 hằng tháng (trừ các tháng 3, 6 và 12).',
    );
    expect(item?.submit_rule).toMatchObject({ every: 'month', dayOfMonth: 20, except_months: [3, 6, 12] });
  });

  it('reads data window and hand-in day of one report', () => {
    const [item] = regime(
      '- Báo cáo CCHC Quý III: gửi trước ngày 12/9, thời gian chốt số liệu tính từ ngày 11/6 đến ngày 10/9 năm báo cáo.',
    );
    expect(item).toMatchObject({
      period: 'Q3',
      data_from: '2026-06-11',
      data_to: '2026-09-10',
      submit_by: '2026-09-12',
    });
  });

  it('takes the year before from the words or from the order of the days', () => {
    const items = regime(
      '- Báo cáo Quý I: gửi trước ngày 15/3, thời gian chốt số liệu tính từ ngày 14/12 năm trước liền kề đến ngày 13/3.',
      '- Báo cáo 6 tháng: thời gian chốt số liệu từ ngày 15/12 đến ngày 14/6.',
      '- Báo cáo CCHC năm: Thời gian chốt số liệu tính từ ngày 15/12/2025 đến 14/12/2026.',
    );
    expect(items.map((item) => [item.period, item.data_from, item.data_to])).toEqual([
      ['Q1', '2025-12-14', '2026-03-13'],
      ['H1', '2025-12-15', '2026-06-14'],
      ['year', '2025-12-15', '2026-12-14'],
    ]);
  });

  it('reads reports that a sentence only lists, when it names who receives them', () => {
    const items = regime(
      '- Định kỳ tháng, quý, 9 tháng, năm báo cáo kết quả gửi về UBND xã (qua Phòng VHXH) để tổng hợp.',
    );
    expect(items.map((item) => item.period)).toEqual(['month', 'quarter', '9M', 'year']);
    expect(items[0]?.to).toBe('UBND xã (qua Phòng VHXH)');
    expect(regime('- Thực hiện đầy đủ chế độ báo cáo định kỳ (tháng, quý, năm).')).toEqual([]);
  });

  it('gives listed reports their days in order, or one rule for all', () => {
    const days = regime(
      '- Định kỳ (quý III, năm) báo cáo gửi về UBND xã chậm nhất vào ngày 31/8, 31/10/2026.',
    );
    expect(days.map((item) => [item.period, item.submit_by])).toEqual([
      ['Q3', '2026-08-31'],
      ['year', '2026-10-31'],
    ]);
    const rule = regime(
      'Chế độ báo cáo định kỳ (báo cáo hàng quý và năm gửi trước ngày 07 của tháng cuối quý) về Phòng Kinh tế',
    );
    expect(rule[0]?.submit_rule).toEqual({ every: 'quarter', dayOfMonth: 7, month: 'last' });
  });
});
