import type { Example } from '../gallery/example.ts';
import { LinkButton } from '../button/button.tsx';
import { EmptyState } from './empty-state.tsx';

export const examples: Example[] = [
  {
    name: 'with what to do',
    render: () => (
      <EmptyState
        icon="checklist"
        title="Chưa có nhiệm vụ nào"
        level={3}
        action={<LinkButton href="#">Nhập kế hoạch</LinkButton>}
      >
        Nhập kế hoạch đã ban hành bằng tệp Word, hoặc thêm từng nhiệm vụ.
      </EmptyState>
    ),
  },
  { name: 'nothing to do about it', render: () => <EmptyState title="Không có hạn nào" level={3} /> },
];
