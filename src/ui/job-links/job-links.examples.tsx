import type { Example } from '../gallery/example.ts';
import { JobLinks } from './job-links.tsx';

export const examples: Example[] = [
  {
    name: 'four',
    render: (place) => (
      <JobLinks
        label={`Việc chính, ${place}`}
        jobs={[
          {
            icon: 'checklist',
            label: 'Làm thủ tục',
            note: 'Xem giấy tờ cần có, phí, thời hạn và nộp hồ sơ',
            href: '#1',
          },
          { icon: 'search', label: 'Tra cứu hồ sơ', note: 'Nhập mã trên giấy hẹn', href: '#2' },
          { icon: 'comment', label: 'Phản ánh, kiến nghị', href: '#3' },
          { icon: 'circle-check', label: 'Khảo sát', href: '#4' },
        ]}
      />
    ),
  },
];
