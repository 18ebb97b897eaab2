import type { Example } from '../gallery/example.ts';
import { HitList } from './hit-list.tsx';

export const examples: Example[] = [
  {
    name: 'with and without a note',
    render: () => (
      <HitList
        hits={[
          {
            title: 'Rà soát thủ tục hành chính thuộc phạm vi quản lý',
            note: 'II.3 · Đang thực hiện · 30/06/2026',
            href: '#1',
          },
          { title: 'Phòng Văn hóa - Xã hội', href: '#2' },
        ]}
      />
    ),
  },
];
