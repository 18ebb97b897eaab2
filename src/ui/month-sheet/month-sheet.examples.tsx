import type { Example } from '../gallery/example.ts';
import { MonthSheet, type SheetDay } from './month-sheet.tsx';

const weekdays = [
  ['T2', 'Thứ Hai'],
  ['T3', 'Thứ Ba'],
  ['T4', 'Thứ Tư'],
  ['T5', 'Thứ Năm'],
  ['T6', 'Thứ Sáu'],
  ['T7', 'Thứ Bảy'],
  ['CN', 'Chủ nhật'],
].map(([short = '', long = '']) => ({ short, long }));

const day = (n: number, more: Partial<SheetDay> = {}): SheetDay => ({
  date: `2026-05-${String(n).padStart(2, '0')}`,
  label: String(n),
  longLabel: `Ngày ${n}/05`,
  entries: [],
  ...more,
});

const full = day(12, {
  isToday: true,
  all: { label: '3 việc', href: '#3' },
  entries: [
    { key: 'a', label: 'Rà soát thủ tục hành chính', href: '#a', tone: 'late', note: 'Quá hạn' },
    { key: 'b', label: 'Báo cáo tháng', href: '#b', tone: 'ok', note: 'Hoàn thành' },
  ],
});

export const examples: Example[] = [
  {
    name: 'a day with entries, a day off',
    render: () => (
      <MonthSheet
        caption="Tháng 5"
        weekdays={weekdays}
        emptyLabel="Không có hạn nào."
        weeks={[
          [day(11), full, day(13), day(14), day(15), day(16, { isOff: true }), day(17, { isOff: true })],
        ]}
      />
    ),
  },
  {
    name: 'nothing falls on its days',
    render: () => (
      <MonthSheet
        caption="Tháng 6"
        weekdays={weekdays}
        emptyLabel="Không có hạn nào."
        weeks={[[undefined, undefined, day(3), day(4), day(5), day(6), undefined]]}
      />
    ),
  },
];
