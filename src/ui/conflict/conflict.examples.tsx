import type { Example } from '../gallery/example.ts';
import { Conflict } from './conflict.tsx';

const labels = {
  title: 'Có người vừa lưu trước anh, chị',
  lead: 'Với mỗi mục khác nhau, chọn bản của họ hoặc bản của mình rồi lưu một lần.',
  theirs: 'Nguyễn Thị Hoa lưu lúc 10:12',
  mine: 'Anh, chị vừa nhập',
  empty: '(để trống)',
  save: 'Lưu lựa chọn',
  keep: 'Giữ bản của họ',
};

export const examples: Example[] = [
  {
    name: 'two fields differ, one of several values',
    render: (place) => (
      <Conflict
        action="#save"
        backHref="#back"
        labels={labels}
        fields={[
          { name: `name-${place}`, label: 'Tên đơn vị' },
          {
            name: `roles-${place}`,
            label: 'Vai trò',
            options: [
              { value: 'a', label: 'Quản trị' },
              { value: 'b', label: 'Cán bộ một cửa' },
            ],
          },
        ]}
        theirs={{ [`name-${place}`]: 'Phòng Văn hóa - Xã hội', [`roles-${place}`]: 'a' }}
        mine={{ [`name-${place}`]: 'Phòng Văn hóa và Xã hội', [`roles-${place}`]: 'a\nb' }}
        carry={{ version: '4' }}
      />
    ),
  },
  {
    name: 'one side is empty, the field was not touched',
    render: (place) => (
      <Conflict
        action="#save"
        backHref="#back"
        labels={labels}
        fields={[{ name: `note-${place}`, label: 'Ghi chú' }]}
        theirs={{ [`note-${place}`]: 'Đã niêm yết tại 7 nhà văn hóa thôn.' }}
        mine={{ [`note-${place}`]: '' }}
        seen={{ [`note-${place}`]: '' }}
        carry={{ version: '4' }}
      />
    ),
  },
];
