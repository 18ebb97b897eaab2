import type { Example } from '../gallery/example.ts';
import { DatedList } from './dated-list.tsx';

export const examples: Example[] = [
  {
    name: 'notices',
    render: () => (
      <DatedList
        items={[
          {
            key: '1',
            when: '11/05/2026',
            dateTime: '2026-05-11',
            label: 'Hội nghị đối thoại của lãnh đạo xã với người dân, doanh nghiệp',
            href: '#',
            note: 'Nhận câu hỏi trước đến hết 25/05/2026',
          },
          { key: '2', when: '08/05/2026', label: 'Công khai dự toán ngân sách quý I', href: '#' },
        ]}
      />
    ),
  },
];
