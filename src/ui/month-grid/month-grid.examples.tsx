import type { Example } from '../gallery/example.ts';
import { SAMPLE_WEEKDAYS } from '../day-grid/day-grid.examples.tsx';
import { type Month, type MonthDay, MonthGrid } from './month-grid.tsx';

/** May 2026 begins on a Friday. */
function mayWeeks(): (MonthDay | undefined)[][] {
  const cells: (MonthDay | undefined)[] = Array.from({ length: 35 }, (_, index) => {
    const day = index - 3;
    if (day < 1 || day > 31) return undefined;
    return {
      date: `2026-05-${String(day).padStart(2, '0')}`,
      label: String(day),
      isOff: index % 7 > 4 || day === 1,
      isToday: day === 12,
      tone: day === 7 ? 'late' : day === 15 ? 'soon' : undefined,
    };
  });
  return [0, 7, 14, 21, 28].map((start) => cells.slice(start, start + 7));
}

const may = (key: string): Month => ({
  key,
  label: 'Tháng 5',
  isCurrent: true,
  weeks: mayWeeks(),
  dayNotes: [{ key: 'labour', when: '01/05', label: 'Ngày Quốc tế lao động' }],
  entries: [
    {
      key: 'a',
      when: '07/05',
      label: 'Công khai tài chính, ngân sách quý I',
      href: '#a',
      tone: 'late',
      note: 'Quá hạn 2 ngày',
    },
    { key: 'b', when: '15/05', label: 'Báo cáo CCHC tháng 5', href: '#b', tone: 'soon', note: 'Còn 3 ngày' },
  ],
});

export const examples: Example[] = [
  {
    name: 'a month with entries, a month without',
    render: (place) => (
      <MonthGrid
        weekdays={SAMPLE_WEEKDAYS}
        emptyLabel="Không có hạn nào"
        months={[
          may(`may-${place}`),
          {
            ...may(`may-empty-${place}`),
            label: 'Tháng 5, trống',
            isCurrent: false,
            dayNotes: [],
            entries: [],
          },
        ]}
      />
    ),
  },
];
