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
  {
    name: 'long words, and the other language',
    render: () => (
      <p>
        <Tag tone="soon">Chờ Trung tâm Phục vụ hành chính công bổ sung minh chứng</Tag>{' '}
        <span lang="en">
          <Tag tone="ok">Done on time</Tag>
        </span>
      </p>
    ),
  },
];
