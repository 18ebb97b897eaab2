import type { Example } from '../gallery/example.ts';
import { ButtonRow } from '../button/button.tsx';
import { Tag } from './tag.tsx';

export const examples: Example[] = [
  {
    name: 'tones',
    render: () => (
      <ButtonRow>
        <Tag tone="draft">Chưa giao</Tag>
        <Tag tone="info">Đang thực hiện</Tag>
        <Tag tone="soon" icon="hourglass">
          Chờ duyệt
        </Tag>
        <Tag tone="ok">Hoàn thành</Tag>
        <Tag tone="late">Quá hạn</Tag>
        <Tag tone="paused">Tạm dừng</Tag>
        <Tag tone="neutral">Thường xuyên</Tag>
      </ButtonRow>
    ),
  },
];
