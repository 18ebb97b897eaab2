import { describe, expect, it } from 'vitest';
import { readDue } from './deadline.ts';
import type { Recurrence } from './plan-reading.ts';

const YEARS = { from: 2026, to: 2026 };

function spanOf(phrase: string): unknown[] {
  const read = readDue(phrase, YEARS);
  return read ? [read.due.kind, read.due.from, read.due.to] : [null];
}

function rhythmOf(phrase: string): Recurrence | null | undefined {
  const read = readDue(phrase, YEARS);
  return read?.due.kind === 'recurring' ? read.due.recurrence : undefined;
}

describe('readDue: days', () => {
  it.each([
    ['Trước 15/01/2026', null, '2026-01-15', true],
    ['Chậm nhất 20/6/2026', null, '2026-06-20', true],
    ['30/4/2026', null, '2026-04-30', false],
    ['Ban hành kế hoạch trước 31/01/2026', null, '2026-01-31', true],
    ['Hoàn thành trước ngày 30/11/2026', null, '2026-11-30', true],
    ['Xong trước ngày 5/9', null, '2026-09-05', true],
    ['Trước ngày 30 tháng 6 năm 2026', null, '2026-06-30', true],
    ['05/01/2026 - 06/02/2026', '2026-01-05', '2026-02-06', false],
    ['Từ ngày 01/3 đến ngày 15/4/2026', '2026-03-01', '2026-04-15', false],
    ['Từ 15/12/2025 đến 14/3/2026', '2025-12-15', '2026-03-14', false],
    ['trước 28.02.2026', null, '2026-02-28', true],
  ])('%j', (phrase, from, to, before) => {
    expect(readDue(phrase, YEARS)).toEqual({
      due: { kind: 'date', from, to, recurrence: null, before },
      whole: true,
    });
  });

  it('refuses days that are in no calendar', () => {
    expect(spanOf('Trước 31/02/2026')).toEqual([null]);
    expect(spanOf('45/13/2026')).toEqual([null]);
  });
});

describe('readDue: months, quarters, years', () => {
  it.each([
    ['Tháng 01/2026', 'month', '2026-01-01', '2026-01-31'],
    ['Trong tháng 3', 'month', '2026-03-01', '2026-03-31'],
    ['Từ tháng 4 đến tháng 9/2026', 'month', '2026-04-01', '2026-09-30'],
    ['Tháng 4 - 9/2026', 'month', '2026-04-01', '2026-09-30'],
    ['Tháng 5 và tháng 10', 'month', '2026-05-01', '2026-10-31'],
    ['Tháng 3, 6, 9 năm 2026', 'month', '2026-03-01', '2026-09-30'],
    ['T11/2026', 'month', '2026-11-01', '2026-11-30'],
    ['02/2028', 'month', '2028-02-01', '2028-02-29'],
    ['Tháng 12/2025 đến tháng 02/2026', 'month', '2025-12-01', '2026-02-28'],
    ['Quý II/2026', 'quarters', '2026-04-01', '2026-06-30'],
    ['Quý III,IV/2026', 'quarters', '2026-07-01', '2026-12-31'],
    ['Quý II, III', 'quarters', '2026-04-01', '2026-09-30'],
    ['Quý IV, năm 2026', 'quarters', '2026-10-01', '2026-12-31'],
    ['Quý 1 năm 2027', 'quarters', '2027-01-01', '2027-03-31'],
    ['Qúy I và quý III', 'quarters', '2026-01-01', '2026-09-30'],
    ['Từ Quý II đến Quý IV/2026', 'quarters', '2026-04-01', '2026-12-31'],
    ['6 tháng đầu năm', 'quarters', '2026-01-01', '2026-06-30'],
    ['06 tháng cuối năm 2026', 'quarters', '2026-07-01', '2026-12-31'],
    ['Cả năm', 'year', '2026-01-01', '2026-12-31'],
    ['năm 2026', 'year', '2026-01-01', '2026-12-31'],
    ['Cả năm 2026', 'year', '2026-01-01', '2026-12-31'],
    ['Hoàn thành trong năm 2026', 'year', '2026-01-01', '2026-12-31'],
    ['Trong năm', 'year', '2026-01-01', '2026-12-31'],
    ['2026 - 2027', 'year', '2026-01-01', '2027-12-31'],
    ['Giai đoạn 2026-2030', 'year', '2026-01-01', '2030-12-31'],
    ['2027', 'year', '2027-01-01', '2027-12-31'],
  ])('%j', (phrase, kind, from, to) => {
    expect(spanOf(phrase)).toEqual([kind, from, to]);
    expect(readDue(phrase, YEARS)?.whole).toBe(true);
  });

  it('keeps separate months and quarters apart', () => {
    expect(readDue('Tháng 5 và tháng 10', YEARS)?.due.periods).toEqual([
      { from: '2026-05-01', to: '2026-05-31' },
      { from: '2026-10-01', to: '2026-10-31' },
    ]);
    expect(readDue('Quý I, III', YEARS)?.due.periods).toHaveLength(2);
  });

  it('takes no year from a plan of several years', () => {
    expect(readDue('Quý II', { from: 2026, to: 2030 })).toBeNull();
    expect(readDue('Cả năm', { from: 2026, to: 2030 })?.due.to).toBe('2030-12-31');
  });
});

describe('readDue: rhythms', () => {
  it.each<[string, Recurrence]>([
    ['Hằng tháng', { every: 'month' }],
    ['Hàng năm', { every: 'year' }],
    ['Hằng quý, năm', { every: ['quarter', 'year'] }],
    ['Định kỳ 6 tháng, năm', { every: ['half-year', 'year'] }],
    ['Định kỳ hằng tháng, hằng quý', { every: ['month', 'quarter'] }],
    ['Định kỳ hằng quý', { every: 'quarter' }],
    ['Mỗi tuần', { every: 'week' }],
    ['Trước ngày 05 hằng tháng', { every: 'month', dayOfMonth: 5 }],
    ['Ngày 25 tháng cuối quý', { every: 'quarter', dayOfMonth: 25, month: 'last' }],
    ['Trước ngày mùng 10 của tháng cuối quý', { every: 'quarter', dayOfMonth: 10, month: 'last' }],
    ['Thứ Sáu hằng tuần', { every: 'week', weekday: 5 }],
    ['thứ Bảy tuần đầu mỗi tháng', { every: 'month', weekday: 6, week: 1 }],
    ['Chủ nhật tuần cuối hằng tháng', { every: 'month', weekday: 7, week: -1 }],
    ['15/3; 15/6; 15/9; 15/12', { every: 'quarter', dayOfMonth: 15, month: 'last' }],
    ['20/6, 20/12', { every: 'half-year', dayOfMonth: 20, month: 'last' }],
    ['ít nhất 02 lần trong một năm', { every: 'year', times: 2 }],
    ['01 lần/tháng', { every: 'month', times: 1 }],
    ['Mỗi quý 1 lần', { every: 'quarter', times: 1 }],
    ['Trước 15/12 hằng năm', { every: 'year', dayOfMonth: 15, month: 12 }],
    ['Tháng 11 hằng năm', { every: 'year', month: 11 }],
    ['Theo đợt trong năm', { every: 'batch' }],
  ])('%j', (phrase, recurrence) => {
    expect(rhythmOf(phrase)).toEqual(recurrence);
  });
});

describe('readDue: events', () => {
  it.each([
    ['Theo hướng dẫn TP', 'on-request', 'hướng dẫn TP'],
    ['Theo yêu cầu của Sở Nội vụ', 'on-request', 'yêu cầu của Sở Nội vụ'],
    ['Theo quy định', 'on-request', 'quy định'],
    ['Theo chương trình công tác', 'on-request', 'chương trình công tác'],
    ['Theo Kế hoạch số 310/KH-UBND ngày 24/11/2025', 'on-request', 'Kế hoạch số 310/KH-UBND ngày 24/11/2025'],
    ['Thực hiện theo lộ trình của tỉnh', 'on-request', 'lộ trình của tỉnh'],
    ['Sau công bố kết quả', 'after-event', 'công bố kết quả'],
    ['Ngay sau khi được phê duyệt', 'after-event', 'được phê duyệt'],
    ['Khi có quy định, hướng dẫn', 'after-event', 'quy định, hướng dẫn'],
  ])('%j', (phrase, kind, event) => {
    const due = readDue(phrase, YEARS)?.due;
    expect([due?.kind, due?.event]).toEqual([
      kind,
      kind === 'after-event' && phrase.startsWith('Khi') ? `có ${event}` : event,
    ]);
  });

  it('counts the days behind an event', () => {
    expect(readDue('Trong 03 ngày làm việc kể từ khi có quyết định công bố', YEARS)?.due).toEqual({
      kind: 'after-event',
      from: null,
      to: null,
      recurrence: null,
      event: 'có quyết định công bố',
      offset: { count: 3, unit: 'working-day' },
    });
    expect(readDue('15 ngày sau khi kết thúc đợt kiểm tra', YEARS)?.due.offset).toEqual({
      count: 15,
      unit: 'day',
    });
  });

  it('reads what never ends', () => {
    expect(spanOf('Thường xuyên')).toEqual(['ongoing', null, null]);
    expect(spanOf('Thường xuyên trong năm 2026')).toEqual(['ongoing', null, null]);
    expect(spanOf('Thực hiện thường xuyên')).toEqual(['ongoing', null, null]);
  });
});

describe('readDue: what is not understood', () => {
  it.each(['', '   ', 'Báo cáo', 'x', 'Phòng Kinh tế', '...', 'Kịp thời'])('%j is null', (phrase) => {
    expect(readDue(phrase, YEARS)).toBeNull();
  });

  it('says when only a part was read', () => {
    expect(readDue('Thường xuyên; báo cáo trước 20/11/2026', YEARS)?.whole).toBe(false);
  });

  it.each(['quý i, ', 'tháng 1 ', '1/1 ', 'hằng ', 'theo ', '1', ' ', 'năm 2026 - '])(
    'stays quick on %j',
    (piece) => {
      const started = performance.now();
      readDue(piece.repeat(100_000), YEARS);
      readDue(piece.repeat(600 / piece.length), YEARS);
      expect(performance.now() - started).toBeLessThan(10_000);
    },
  );
});
