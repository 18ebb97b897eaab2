import type { Example } from '../gallery/example.ts';
import { DayGrid } from '../day-grid/day-grid.tsx';
import { SAMPLE_COUNT } from '../day-grid/day-grid.examples.tsx';
import { Stack } from '../layout/layout.tsx';
import { Clock, ClockPanel } from './clock.tsx';

export const examples: Example[] = [
  {
    name: 'in a row',
    render: () => (
      <Stack>
        <Clock tone="neutral" headline="Còn 13 ngày 5 giờ" detail="hạn 17:00 thứ Sáu 29/05" />
        <Clock tone="neutral" icon="calendar" headline="Cả năm 2026" detail="31/12/2026" />
        <Clock tone="soon" headline="Còn 2 ngày 5 giờ" detail="hạn 17:00 thứ Năm 14/05" />
        <Clock tone="late" headline="Quá hạn 1 ngày" detail="hạn 17:00 thứ Hai 11/05" />
        <Clock tone="paused" headline="Tạm dừng: chờ bổ sung" detail="từ 08/05" />
        <Clock tone="ok" headline="Trước hạn 2 ngày" detail="xong 06/02/2026" />
      </Stack>
    ),
  },
  {
    name: 'opened day by day',
    render: () => (
      <ClockPanel
        tone="soon"
        headline="Còn 2 ngày 5 giờ"
        detail="hạn 17:00 thứ Năm 14/05/2026"
        explainLabel="Cách tính"
        isOpen
        reasons={[
          { icon: 'flag', text: 'Giao lúc 09:15 thứ Hai 20/04, tính từ ngày làm việc kế tiếp 21/04.' },
          {
            icon: 'calendar',
            text: 'Không tính 27/04 (nghỉ bù Giỗ Tổ Hùng Vương), 30/04, 01/05 và cuối tuần.',
          },
          { icon: 'circle-clock', text: 'Hôm nay là ngày thứ 13. Còn 5 giờ của hôm nay, 13/05 và 14/05.' },
        ]}
      >
        <DayGrid {...SAMPLE_COUNT} />
      </ClockPanel>
    ),
  },
  {
    name: 'folded, late',
    render: () => (
      <ClockPanel
        tone="late"
        headline="Quá hạn 1 ngày"
        detail="hạn 17:00 thứ Hai 11/05"
        explainLabel="Cách tính"
      >
        <p>Hạn ghi trong kế hoạch: 11/05/2026.</p>
      </ClockPanel>
    ),
  },
];
