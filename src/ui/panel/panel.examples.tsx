import type { Example } from '../gallery/example.ts';
import { LinkButton } from '../button/button.tsx';
import { Panel } from './panel.tsx';

export const examples: Example[] = [
  {
    name: 'title, count, act, foot',
    render: (place) => (
      <Panel
        id={`panel-${place}`}
        title={`Tài liệu kiểm chứng (${place})`}
        count={3}
        actions={
          <LinkButton href="#" size="small" icon="plus">
            Thêm tài liệu
          </LinkButton>
        }
        footer={<a href="#there">Xem cả 14 mục</a>}
      >
        <p>31/BC-TTPVHCC, báo cáo kết quả rà soát bước 1</p>
      </Panel>
    ),
  },
];
