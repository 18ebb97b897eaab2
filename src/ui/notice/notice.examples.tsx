import type { Example } from '../gallery/example.ts';
import { Button } from '../button/button.tsx';
import { Stack } from '../layout/layout.tsx';
import { Notice } from './notice.tsx';

export const examples: Example[] = [
  {
    name: 'tones',
    render: () => (
      <Stack>
        <Notice tone="info" title="Kỳ báo cáo tháng 5 mở đến 15/05">
          Số liệu chốt đến 24:00 ngày 15/05.
        </Notice>
        <Notice tone="ok" title="Đã ban hành 12/KH-UBND">
          Gửi 8 nơi nhận, 42 nhiệm vụ đã giao.
        </Notice>
        <Notice
          tone="soon"
          title="Có người vừa sửa cùng phần này"
          actions={<Button size="small">So hai bản</Button>}
        >
          Lê Thị Minh, 10:28.
        </Notice>
        <Notice tone="late" title="Chưa gửi được tin nhắn" />
        <Notice tone="paused" title="Đồng hồ tạm dừng từ 08/05" />
      </Stack>
    ),
  },
];
