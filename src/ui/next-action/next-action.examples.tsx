import type { Example } from '../gallery/example.ts';
import { Button } from '../button/button.tsx';
import { NextAction } from './next-action.tsx';

export const examples: Example[] = [
  {
    name: 'one primary',
    render: (place) => (
      <NextAction
        id={`next-${place}`}
        eyebrow="Việc tiếp theo"
        title={`Chọn người phê duyệt báo cáo (${place})`}
        actions={
          <>
            <Button kind="primary">Chọn người phê duyệt</Button>
            <Button>Nộp sản phẩm</Button>
          </>
        }
      >
        Chưa có người phê duyệt thì báo cáo chưa trình được, dù đã đủ tài liệu.
      </NextAction>
    ),
  },
];
