import type { Example } from '../gallery/example.ts';
import { Breadcrumb } from './breadcrumb.tsx';

export const examples: Example[] = [
  {
    name: 'three deep',
    render: (place) => (
      <Breadcrumb
        label={`Đường dẫn, ${place}`}
        crumbs={[
          { label: 'Kế hoạch CCHC năm 2026', href: '#' },
          { label: 'III. Cải cách thủ tục hành chính', href: '#iii' },
          { label: 'III.2' },
        ]}
      />
    ),
  },
];
