import type { Example } from '../gallery/example.ts';
import { Icon } from '../icon/icon.tsx';
import { Menu } from './menu.tsx';

export const examples: Example[] = [
  {
    name: 'folded; opens without script',
    render: () => (
      <Menu
        align="start"
        opener={
          <>
            <Icon name="more" />
            Thao tác
          </>
        }
        items={[
          { label: 'Sửa', icon: 'edit', href: '#' },
          { label: 'Bỏ dòng', icon: 'trash', formAction: '#', fields: { row: '34' }, note: 'Khôi phục được' },
          { label: 'Gộp với dòng trên', isBlocked: true, note: 'Dòng này là dòng đầu' },
        ]}
      />
    ),
  },
];
