import type { Example } from '../gallery/example.ts';
import { CodeList } from './code-list.tsx';

export const examples: Example[] = [
  {
    name: 'recovery',
    render: (place) => (
      <CodeList
        label={`Mã dự phòng ${place}`}
        codes={['7K2M-QX4T-9WPA-3HVC', 'M4RT-8ZKD-2NYF-6JBS', 'W9EA-5GHT-KX3P-V7QM']}
      />
    ),
  },
];
