import type { Example } from '../gallery/example.ts';
import { Steps } from './steps.tsx';

export const examples: Example[] = [
  {
    name: 'two done, one waits',
    render: (place) => (
      <Steps
        label={`Các bước, ${place}`}
        steps={[
          { label: 'Đã tiếp nhận', note: '09:20 ngày 06/05', state: 'done', said: 'xong' },
          { label: 'Đã kiểm tra giấy tờ', note: '11:05 ngày 08/05', state: 'done', said: 'xong' },
          { label: 'Chờ ký', note: 'từ 08:30 hôm nay', state: 'current', said: 'đang làm' },
          { label: 'Trả kết quả', note: 'hẹn 17:00 ngày 13/05', state: 'ahead' },
        ]}
      />
    ),
  },
  {
    name: 'held',
    render: (place) => (
      <Steps
        label={`Các bước dừng, ${place}`}
        steps={[
          { label: 'Tiếp nhận', state: 'done' },
          { label: 'Chờ bổ sung', note: 'từ 08/05', state: 'held' },
          { label: 'Trả kết quả', state: 'ahead' },
        ]}
      />
    ),
  },
];
