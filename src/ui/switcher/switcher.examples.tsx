import type { Example } from '../gallery/example.ts';
import { Switcher } from './switcher.tsx';

export const examples: Example[] = [
  {
    name: 'two choices, one made in each',
    render: (place) => (
      <Switcher
        groups={[
          {
            label: `Cách nhìn ${place}`,
            choices: [
              { label: 'Bảng', href: '#1' },
              { label: 'Cột theo bước', href: '#2', isCurrent: true },
              { label: 'Lịch tháng', href: '#3' },
              { label: 'Tiến độ', href: '#4' },
            ],
          },
          {
            label: `Gộp theo ${place}`,
            choices: [
              { label: 'Không gộp', href: '#5', isCurrent: true },
              { label: 'Đơn vị', href: '#6' },
              { label: 'Bước', href: '#7' },
            ],
          },
        ]}
      />
    ),
  },
];
