import type { Example } from '../gallery/example.ts';
import { Icon } from '../icon/icon.tsx';
import { Menu } from '../menu/menu.tsx';
import { Tag } from '../tag/tag.tsx';
import { Board } from './board.tsx';

const refused = {
  wayless: 'Từ “{a}” không chuyển thẳng sang “{b}”.',
  rightless: 'Chuyển từ “{a}” sang “{b}” không thuộc quyền của bạn.',
};

export const examples: Example[] = [
  {
    name: 'columns with cards, one empty, one with more than is drawn',
    render: (place) => (
      <Board
        id={`bang-${place}`}
        label={`Nhiệm vụ theo bước ${place}`}
        emptyLabel="Không có."
        refused={refused}
        columns={[
          {
            key: 'assigned',
            title: 'Đã giao',
            count: '2',
            countLabel: 'Mở 2 nhiệm vụ đã giao',
            href: '#1',
            leadsTo: ['accepted'],
            cards: [
              {
                key: '1',
                title: 'Rà soát, đơn giản hóa thủ tục hành chính',
                href: '#2',
                facts: ['Phòng Kinh tế', 'Phạm Văn Sơn'],
                state: <Tag tone="late">Quá hạn 3 ngày</Tag>,
                moves: (
                  <Menu
                    align="start"
                    opener={
                      <>
                        <Icon name="arrow-right" /> Chuyển bước
                      </>
                    }
                    items={[{ label: 'Nhận việc', formAction: '#', to: 'accepted' }]}
                  />
                ),
              },
            ],
            more: 'Xem tất cả 2 nhiệm vụ',
          },
          {
            key: 'accepted',
            title: 'Đã nhận',
            count: '0',
            countLabel: 'Mở 0 nhiệm vụ đã nhận',
            href: '#3',
            leadsTo: [],
            cards: [],
          },
        ]}
      />
    ),
  },
];
