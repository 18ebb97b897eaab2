import { describe, expect, it } from 'vitest';
import type { RegimeItem } from '../../reading/plan-reading.ts';
import { reportSentences } from './report-sentences.ts';

function report(changes: Partial<RegimeItem>): RegimeItem {
  return {
    period: 'Q1',
    data_from: null,
    data_to: null,
    submit_by: null,
    submit_rule: null,
    to: 'Sở Nội vụ',
    by: null,
    text: '',
    line: [],
    doubts: [],
    ...changes,
  };
}

describe('reports of a plan as sentences', () => {
  it('takes over a sentence that stands alone, once, without its number', () => {
    const text = '2. Định kỳ quý, năm báo cáo kết quả gửi về Sở Nội vụ';
    expect(reportSentences([report({ text }), report({ text, period: 'year' })])).toEqual([
      'Định kỳ quý, năm báo cáo kết quả gửi về Sở Nội vụ',
    ]);
  });

  it('says which report and to whom where the words leave it to their context', () => {
    const text = 'báo cáo Quý I trước ngày 10/3/2026';
    const window = { data_from: '2025-12-06', data_to: '2026-03-05', submit_by: '2026-03-10' };
    expect(reportSentences([report({ text, ...window })])).toEqual([
      'Báo cáo Quý I gửi Sở Nội vụ, trước ngày 10/03/2026, thời gian chốt số liệu tính từ ngày 06/12/2025 đến ngày 05/03/2026',
    ]);
  });

  it('keeps how the plan words its day', () => {
    const text = 'chậm nhất ngày 14 của tháng cuối quý';
    expect(reportSentences([report({ text, period: 'quarter' })])).toEqual([
      'Báo cáo quý gửi Sở Nội vụ, chậm nhất ngày 14 của tháng cuối quý',
    ]);
  });

  it('adds the day that the words leave out', () => {
    const text = 'Báo cáo kết quả định kỳ quý I gửi về Sở Nội vụ';
    expect(reportSentences([report({ text, submit_by: '2026-03-10' })])).toEqual([
      `${text}, trước ngày 10/03/2026`,
    ]);
  });

  it('says reports made by hand in its own words', () => {
    const monthly = report({ period: 'month', submit_rule: { every: 'month', dayOfMonth: 15 }, to: null });
    const yearly = report({ period: 'year', submit_by: '2026-12-05' });
    expect(reportSentences([monthly, yearly, report({ period: 'H1' })])).toEqual([
      'Báo cáo tháng, trước ngày 15 hằng tháng',
      'Báo cáo năm gửi Sở Nội vụ, trước ngày 05/12/2026',
      'Báo cáo 6 tháng đầu năm gửi Sở Nội vụ',
    ]);
  });
});
