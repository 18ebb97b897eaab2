import type { Example } from '../gallery/example.ts';
import { SectionHead } from './page-head.tsx';

export const examples: Example[] = [
  {
    name: 'section',
    render: (place) => (
      <SectionHead
        id={`section-${place}`}
        title="Chỉ tiêu năm 2026"
        note="Lũy kế từ 01/01 đến hôm nay"
        link={{ label: 'Cả 24 chỉ tiêu', href: '#' }}
      />
    ),
  },
];
