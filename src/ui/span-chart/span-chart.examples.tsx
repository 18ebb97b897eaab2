import type { Example } from '../gallery/example.ts';
import { SpanChart } from './span-chart.tsx';

const parts = ['1', '2', '3', '4'].map((short, index) => ({
  at: index * 25,
  width: 25,
  short,
  label: `Tháng ${short}`,
}));

export const examples: Example[] = [
  {
    name: 'bars on four months with today, one without an end, one without a bar',
    render: () => (
      <SpanChart
        caption="Nhiệm vụ theo thời gian"
        rowLabel="Nhiệm vụ"
        axisLabel="Tháng 1 đến tháng 4"
        parts={parts}
        today={40}
        rows={[
          {
            key: 'a',
            title: 'Rà soát thủ tục hành chính',
            href: '#a',
            note: 'Phòng Kinh tế',
            words: '05/01 – 20/02 · quá hạn',
            bar: { at: 5, width: 30, tone: 'late' },
          },
          {
            key: 'b',
            title: 'Công khai thủ tục trên trang thông tin',
            href: '#b',
            words: 'từ 10/02 · thường xuyên',
            bar: { at: 36, width: 64, tone: 'neutral', isOpen: true },
          },
          { key: 'c', title: 'Báo cáo sơ kết', href: '#c', words: 'chưa có hạn' },
        ]}
      />
    ),
  },
];
