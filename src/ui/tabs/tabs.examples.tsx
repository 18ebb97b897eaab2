import type { Example } from '../gallery/example.ts';
import { Tabs } from './tabs.tsx';

export const examples: Example[] = [
  {
    name: 'saved views with counts',
    render: (place) => (
      <Tabs
        label={`Bộ lọc đã lưu ${place}`}
        tabs={[
          { label: 'Tất cả', href: '#1', count: 42, isCurrent: true },
          { label: 'Đơn vị tôi', href: '#2', count: 18 },
          { label: 'Quá hạn', href: '#3', count: 2 },
          { label: 'Sắp đến hạn', href: '#4', count: 4 },
          { label: 'Chưa đủ sáu rõ', href: '#5', count: 3 },
        ]}
      />
    ),
  },
  {
    name: 'none is chosen, long words',
    render: (place) => (
      <Tabs
        label={`Phần của bản ghi ${place}`}
        tabs={[
          { label: 'Nhiệm vụ chờ Trung tâm Phục vụ hành chính công bổ sung minh chứng', href: '#1' },
          { label: 'Quá hạn', href: '#2', count: 0 },
        ]}
      />
    ),
  },
];
