import type { Example } from '../gallery/example.ts';
import { SixPanel } from './six-panel.tsx';

export const examples: Example[] = [
  {
    name: 'five of six',
    render: () => (
      <SixPanel
        cells={[
          { label: 'Rõ người', icon: 'person', value: 'Lê Thị Minh', filled: true },
          { label: 'Rõ việc', icon: 'checklist', value: '112 TTHC phải rà soát', filled: true },
          { label: 'Rõ trách nhiệm', icon: 'flag', value: 'Nguyễn Văn Thành, Giám đốc', filled: true },
          { label: 'Rõ tiến độ', icon: 'calendar', value: '17:00 ngày 14/05/2026', filled: true },
          { label: 'Rõ kết quả', icon: 'document', value: 'Báo cáo rà soát, đánh giá TTHC', filled: true },
          {
            label: 'Rõ thẩm quyền',
            icon: 'scales',
            value: 'Chưa có người phê duyệt',
            filled: false,
            action: <a href="#approver">Chọn người phê duyệt</a>,
          },
        ]}
      />
    ),
  },
];
