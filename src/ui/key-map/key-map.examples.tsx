import type { Example } from '../gallery/example.ts';
import { KeyMap } from './key-map.tsx';

export const examples: Example[] = [
  {
    name: 'two groups, one with a note',
    render: () => (
      <KeyMap
        level={3}
        groups={[
          {
            title: 'Mọi trang',
            keys: [
              { keys: 'Ctrl K', meaning: 'Tìm và mở nhanh' },
              { keys: 'g rồi n', meaning: 'Đến Nhiệm vụ' },
            ],
          },
          {
            title: 'Danh sách',
            note: 'Ở trang có danh sách.',
            keys: [{ keys: 'j', meaning: 'Dòng sau' }],
          },
        ]}
      />
    ),
  },
];
