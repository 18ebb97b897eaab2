import type { Example } from '../gallery/example.ts';
import { Quote } from './quote.tsx';

export const examples: Example[] = [
  {
    name: 'with its place',
    render: () => (
      <Quote from={{ label: 'Mở tại dòng 2, mục III, Phụ lục', href: '#' }}>
        Rà soát TTHC thuộc phạm vi, thẩm quyền của các sở, ngành, địa phương, đề xuất các phương án đơn giản
        hóa
      </Quote>
    ),
  },
];
