import type { Example } from '../gallery/example.ts';
import { DayGrid, type DayGridProps, type GridDay } from './day-grid.tsx';

export const SAMPLE_WEEKDAYS = [
  { short: 'T2', long: 'Thứ Hai' },
  { short: 'T3', long: 'Thứ Ba' },
  { short: 'T4', long: 'Thứ Tư' },
  { short: 'T5', long: 'Thứ Năm' },
  { short: 'T6', long: 'Thứ Sáu' },
  { short: 'T7', long: 'Thứ Bảy' },
  { short: 'CN', long: 'Chủ nhật' },
];

function day(date: string, rest: Partial<GridDay> = {}): GridDay {
  const [, month, dayOfMonth] = date.split('-').map(Number);
  return { date, label: `${dayOfMonth}/${month}`, ...rest };
}

const spent = (date: string, count: number) => day(date, { count, marks: ['spent'] });
const off = (date: string, note?: string) =>
  day(date, { marks: ['off'], note, ...(note ? { count: 'Nghỉ' } : {}) });

/** Fifteen working days over a holiday, as the record page of a task shows them. */
export const SAMPLE_COUNT: DayGridProps = {
  caption: '15 ngày làm việc kể từ ngày giao 20/04/2026. Số trong ô là ngày làm việc thứ mấy.',
  weekdays: SAMPLE_WEEKDAYS,
  weeks: [
    [
      day('2026-04-20', { count: 'Giao', note: '09:15', marks: ['start'] }),
      spent('2026-04-21', 1),
      spent('2026-04-22', 2),
      spent('2026-04-23', 3),
      spent('2026-04-24', 4),
      off('2026-04-25'),
      off('2026-04-26'),
    ],
    [
      off('2026-04-27', 'bù Giỗ Tổ'),
      spent('2026-04-28', 5),
      spent('2026-04-29', 6),
      off('2026-04-30', 'Chiến thắng'),
      off('2026-05-01', 'Lao động'),
      off('2026-05-02'),
      off('2026-05-03'),
    ],
    [
      spent('2026-05-04', 7),
      spent('2026-05-05', 8),
      spent('2026-05-06', 9),
      spent('2026-05-07', 10),
      spent('2026-05-08', 11),
      off('2026-05-09'),
      off('2026-05-10'),
    ],
    [
      spent('2026-05-11', 12),
      day('2026-05-12', { count: 13, note: 'hôm nay', marks: ['today'] }),
      day('2026-05-13', { count: 14 }),
      day('2026-05-14', { count: 15, note: 'hạn 17:00', marks: ['due'] }),
      day('2026-05-15'),
      off('2026-05-16'),
      off('2026-05-17'),
    ],
  ],
};

export const examples: Example[] = [
  { name: 'a count over a holiday', render: () => <DayGrid {...SAMPLE_COUNT} /> },
  {
    name: 'due today, paused days, days left out',
    render: () => (
      <DayGrid
        caption="Hạn hôm nay"
        weekdays={SAMPLE_WEEKDAYS}
        weeks={[
          [
            undefined,
            undefined,
            day('2026-05-13', { count: 'Dừng', note: 'chờ bổ sung', marks: ['paused'] }),
            day('2026-05-14', { count: 1, note: 'hạn 17:00', marks: ['today', 'due'] }),
            day('2026-05-15'),
            off('2026-05-16'),
            off('2026-05-17'),
          ],
        ]}
      />
    ),
  },
];
