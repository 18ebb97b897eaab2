import type { Example } from '../gallery/example.ts';
import { Button } from '../button/button.tsx';
import { Flash } from './flash.tsx';

export const examples: Example[] = [
  {
    name: 'done, with the way back',
    render: () => (
      <Flash
        text="Đã lưu 42 nhiệm vụ và 24 chỉ tiêu"
        action={
          <Button size="small" kind="quiet">
            Hoàn tác
          </Button>
        }
      />
    ),
  },
  { name: 'not done', render: () => <Flash tone="late" text="Chưa lưu được, hãy thử lại" /> },
];
