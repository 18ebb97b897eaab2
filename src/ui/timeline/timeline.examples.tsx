import type { Example } from '../gallery/example.ts';
import { Timeline } from './timeline.tsx';

export const examples: Example[] = [
  {
    name: 'newest first',
    render: () => (
      <Timeline
        entries={[
          {
            key: '3',
            when: '08:47 hôm nay',
            dateTime: '2026-05-12T08:47',
            title: 'Lê Thị Minh gửi dự thảo 2 của phương án',
            text: 'Thay dự thảo 1 ngày 07/05. Bản cũ vẫn mở được.',
            isStrong: true,
          },
          {
            key: '2',
            when: '09:15 20/04/2026',
            title: 'Nguyễn Thị Thu Hằng giao việc cho Trung tâm Phục vụ hành chính công',
            text: 'Hạn 15 ngày làm việc.',
          },
          { key: '1', when: '14:02 27/01/2026', title: 'Nhập từ Kế hoạch CCHC năm 2026' },
        ]}
      />
    ),
  },
  {
    name: 'one deed, long words',
    render: () => (
      <Timeline
        entries={[
          {
            key: '1',
            when: '08:47 hôm nay',
            title:
              'Trả lại báo cáo kết quả thực hiện nhiệm vụ cải cách hành chính quý III năm 2026 của Phòng Văn hóa - Xã hội',
          },
        ]}
      />
    ),
  },
];
