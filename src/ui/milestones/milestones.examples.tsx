import type { Example } from '../gallery/example.ts';
import { Milestones } from './milestones.tsx';

export const examples: Example[] = [
  {
    name: 'a year of reports',
    render: (place) => (
      <Milestones
        label={`Lịch báo cáo, ${place}`}
        milestones={[
          { key: '1', label: 'Tháng 1', when: '15/01', note: 'gửi 14/01', state: 'done', href: '#1' },
          { key: '2', label: 'Quý I', when: 'trước 08/3', note: 'gửi 06/3', state: 'done', href: '#2' },
          { key: '3', label: 'Tháng 4', when: '15/4', note: 'chưa gửi', state: 'late', href: '#3' },
          { key: '4', label: 'Tháng 5', when: '15/5', note: 'Còn 3 ngày 5 giờ', state: 'now', href: '#4' },
          { key: '5', label: '6 tháng', when: 'trước 08/6', state: 'ahead', href: '#5' },
          { key: '6', label: 'Năm', when: 'chưa có hạn', note: 'kế hoạch chưa ghi', state: 'gap' },
        ]}
      />
    ),
  },
];
