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

  const told = (text: string): string[] =>
    regime(text).map(({ period, data_from, data_to, submit_by, submit_rule }) =>
      [
        period,
        data_to === null ? '' : `${data_from ?? ''}..${data_to}`,
        submit_by ?? '',
        submit_rule === null ? '' : Object.values(submit_rule).join(' '),
      ]
        .filter((word) => word !== '')
        .join(' '),
    );

  it.each([
    [
      'Báo cáo quý I gửi trước ngày 15/3, quý II trước ngày 15/6, quý III trước ngày 15/9 và báo cáo năm trước ngày 30/11.',
      ['Q1 2026-03-15', 'H1 2026-06-15', 'Q3 2026-09-15', 'year 2026-11-30'],
    ],
    [
      'Định kỳ hằng quý (trước ngày 10 của tháng cuối quý), 6 tháng (trước ngày 10/6), năm (trước ngày 10/12) báo cáo UBND xã.',
      ['quarter quarter 10 last', 'H1 2026-06-10', 'year 2026-12-10'],
    ],
    [
      'Trước ngày 20 hằng tháng, các đơn vị gửi báo cáo kết quả về Văn phòng HĐND và UBND xã.',
      ['month month 20'],
    ],
    ['Hằng tháng, trước ngày 25, gửi số liệu về Trung tâm Phục vụ hành chính công.', ['month month 25']],
    [
      'Thực hiện chế độ báo cáo quý, 6 tháng, năm gửi Phòng Văn hóa - Xã hội trước ngày 12 của tháng cuối kỳ báo cáo.',
      ['quarter quarter 12 last', 'H1 2026-06-12', 'year 2026-12-12'],
    ],
    [
      '- Báo cáo 6 tháng: tính từ ngày 15 tháng 12 năm trước kỳ báo cáo đến ngày 14 tháng 6 của kỳ báo cáo; gửi chậm nhất ngày 18 tháng 6.',
      ['H1 2025-12-15..2026-06-14 2026-06-18'],
    ],
    [
      '- Báo cáo 9 tháng: chốt số liệu đến ngày 14/9/2026; thời hạn gửi: 16/9/2026.',
      ['9M ..2026-09-14 2026-09-16'],
    ],
    [
      '- Báo cáo tháng: từ ngày 15 tháng trước đến ngày 14 tháng báo cáo, gửi trước ngày 16 hằng tháng.',
      ['month month 16'],
    ],
    [
      'Báo cáo quý I, quý III: gửi trước ngày 10 tháng cuối quý; báo cáo 6 tháng, năm: gửi trước ngày 05/6 và 05/12.',
      ['Q1 2026-03-10', 'Q3 2026-09-10', 'H1 2026-06-05', 'year 2026-12-05'],
    ],
    [
      'Các đơn vị gửi báo cáo định kỳ về Văn phòng HĐND và UBND xã: quý I trước 08/3; 6 tháng trước 08/6; năm trước 01/12.',
      ['Q1 2026-03-08', 'H1 2026-06-08', 'year 2026-12-01'],
    ],
    [
      'Báo cáo kết quả gửi Phòng Nội vụ chậm nhất ngày 14 của tháng cuối quý; riêng báo cáo năm chậm nhất ngày 30/11/2026.',
      ['quarter quarter 14 last', 'year 2026-11-30'],
    ],
    ['Báo cáo kết quả thực hiện Kế hoạch năm 2026 về UBND xã trước ngày 30/11/2026.', ['year 2026-11-30']],
    [
      'gửi báo cáo tiến độ trước ngày 20/6/2026 (báo cáo 6 tháng) và trước ngày 20/11/2026 (báo cáo năm) về UBND xã.',
      ['H1 2026-06-20', 'year 2026-11-20'],
    ],
    [
      'Các phòng hằng tháng (trước ngày 15), hằng quý (trước ngày 10 của tháng cuối quý) và năm (trước ngày 30/11) báo cáo về UBND xã.',
      ['month month 15', 'quarter quarter 10 last', 'year 2026-11-30'],
    ],
    [
      'báo cáo 6 tháng (gửi trước ngày 14/6), báo cáo năm (gửi trước ngày 14/12) về UBND xã; thời gian chốt số liệu báo cáo 6 tháng: từ 01/01/2026 đến 10/6/2026; báo cáo năm: từ 01/01/2026 đến 10/12/2026.',
      ['H1 2026-01-01..2026-06-10 2026-06-14', 'year 2026-01-01..2026-12-10 2026-12-14'],
    ],
    [
      'Các phòng báo cáo quý I, 6 tháng, quý III và năm trước các ngày 12/3, 12/6, 12/9 và 12/12/2026 gửi UBND xã.',
      ['Q1 2026-03-12', 'H1 2026-06-12', 'Q3 2026-09-12', 'year 2026-12-12'],
    ],
    [
      'Các phòng báo cáo kết quả thực hiện hằng tháng trước ngày 14, báo cáo quý trước ngày 14 của tháng cuối quý gửi UBND xã.',
      ['month month 14', 'quarter quarter 14 last'],
    ],
    [
      'Xây dựng kế hoạch hằng năm trước ngày 20 tháng 01; báo cáo năm gửi trước ngày 08/12 về UBND xã.',
      ['year 2026-12-08'],
    ],
    [
      'Các đơn vị gửi báo cáo định kỳ về VP. HĐND-UBND xã: quý I trước ngày 08/3; năm trước ngày 01/12.',
      ['Q1 2026-03-08', 'year 2026-12-01'],
    ],
    ['Báo cáo quý I, III: trước ngày 08 tháng cuối quý.', ['Q1 2026-03-08', 'Q3 2026-09-08']],
    [
      'Báo cáo quý I và quý III: số liệu từ ngày 15 tháng cuối quý trước đến ngày 14 tháng cuối quý báo cáo.',
      ['Q1 2025-12-15..2026-03-14', 'Q3 2026-06-15..2026-09-14'],
    ],
    [
      'Kỳ báo cáo: quý I (15/12/2025 - 14/3/2026), năm (15/12/2025 - 14/12/2026).',
      ['Q1 2025-12-15..2026-03-14', 'year 2025-12-15..2026-12-14'],
    ],
    [
      'Thời gian gửi báo cáo: quý I trước 10/3; quý II trước 10/6; quý III trước 10/9; quý IV trước 10/12.',
      ['Q1 2026-03-10', 'H1 2026-06-10', 'Q3 2026-09-10', 'year 2026-12-10'],
    ],
    ['Thời hạn báo cáo: Chậm nhất ngày 12 của tháng cuối mỗi quý.', ['quarter quarter 12 last']],
    ['Hoàn thành báo cáo tổng kết năm 2026 trước ngày 10/12/2026.', ['year 2026-12-10']],
    [
      'gửi kết quả về UBND xã mỗi năm hai kỳ: kỳ 6 tháng (số liệu từ 15/12/2025 đến 14/6/2026) gửi chậm nhất ngày 16/6/2026 và kỳ báo cáo năm (số liệu từ 15/12/2025 đến 14/12/2026) gửi chậm nhất ngày 16/12/2026.',
      ['H1 2025-12-15..2026-06-14 2026-06-16', 'year 2025-12-15..2026-12-14 2026-12-16'],
    ],
    ['- Báo cáo quý l: số liệu từ l5/12/2025 đến 14/3/2026.', ['Q1 2025-12-15..2026-03-14']],
    ['- Báo cáo đột xuất: khi có yêu cầu của UBND tỉnh.', []],
    ['- Báo cáo chuyên đề: theo hướng dẫn của Sở Nội vụ.', []],
    ['- Sản phẩm: Báo cáo quý, trước ngày 15/3.', []],
    ['Tổng hợp, báo cáo UBND tỉnh, Sở Nội vụ theo quy định.', []],
    ['Định kỳ hằng quý tổng hợp, công khai kết quả khảo sát.', []],
    ['Trong tháng 6 và tháng 11, tổ chức sơ kết, tổng kết và báo cáo UBND tỉnh.', []],
  ])('%j', (text, items) => {
    expect(told(text).toSorted()).toEqual(items.toSorted());
  });

  it('reads the rows of a table of reports below a sentence about them', () => {
    const items = regime(
      'Chế độ báo cáo của các phòng, đơn vị (gửi Phòng Văn hóa - Xã hội):',
      '- Quý I; Thời gian chốt số liệu: 15/12/2025 - 14/3/2026; Thời hạn gửi: Trước 16/3/2026',
      '- Năm; Thời gian chốt số liệu: 15/12/2025 - 14/12/2026; Thời hạn gửi: Trước 16/12/2026',
    );
    expect(items).toMatchObject([
      { period: 'Q1', data_from: '2025-12-15', data_to: '2026-03-14', submit_by: '2026-03-16' },
      { period: 'year', data_from: '2025-12-15', data_to: '2026-12-14', submit_by: '2026-12-16' },
    ]);
  });

  it('keeps a day without its year as a yearly rule in a plan of several years', () => {
    const passages = readPassages(
      [{ kind: 'paragraph', text: 'Báo cáo 6 tháng gửi trước ngày 08/6.', line: 1 }],
      [],
    );
    expect(readRegime(passages, { from: 2026, to: 2030 }, 'xã')[0]).toMatchObject({
      submit_by: null,
      submit_rule: { every: 'year', dayOfMonth: 8, month: 6 },
    });
  });
});
