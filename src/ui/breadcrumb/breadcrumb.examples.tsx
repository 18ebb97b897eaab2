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
  {
    name: 'long words',
    render: (place) => (
      <Breadcrumb
        label={`Đường dẫn dài ${place}`}
        crumbs={[
          {
            label: 'Kế hoạch cải cách hành chính nhà nước năm 2026 của Ủy ban nhân dân xã Đồng Kỳ',
            href: '#plan',
          },
          { label: 'Rà soát, đơn giản hóa thủ tục hành chính thuộc thẩm quyền giải quyết', href: '#task' },
          { label: 'Giao việc' },
        ]}
      />
    ),
  },
];
