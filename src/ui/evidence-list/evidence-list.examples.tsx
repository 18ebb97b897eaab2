import { Button } from '../button/button.tsx';
import type { Example } from '../gallery/example.ts';
import { Tag } from '../tag/tag.tsx';
import { EvidenceList } from './evidence-list.tsx';

export const examples: Example[] = [
  {
    name: 'a file, an address, a record, words',
    render: (place) => (
      <EvidenceList
        label={`Minh chứng ${place}`}
        emptyLabel="Chưa có minh chứng"
        items={[
          {
            key: 'a',
            kind: 'file',
            kindLabel: 'Tệp',
            title: 'Bao-cao-ra-soat-thu-tuc-quy-III.docx',
            href: '#a',
            note: 'Word, 84 kB · Nguyễn Thị Thu Hằng, 12/05/2026 14:20',
            state: <Tag tone="ok">Đã nhận</Tag>,
          },
          {
            key: 'b',
            kind: 'address',
            kindLabel: 'Địa chỉ',
            title:
              'dongky.example.gov.vn/cong-khai-thu-tuc-hanh-chinh-thuoc-tham-quyen-giai-quyet-cua-uy-ban-nhan-dan-xa',
            href: '#b',
            note: 'Trần Văn Bình, 10/05/2026',
            state: <Tag tone="late">Cần bổ sung</Tag>,
            actions: (
              <Button kind="quiet" size="small" icon="trash" label="Gỡ địa chỉ công khai thủ tục">
                Gỡ
              </Button>
            ),
          },
          { key: 'c', kind: 'record', kindLabel: 'Bản ghi', title: 'Hồ sơ H05.24-260512-0044', href: '#c' },
          {
            key: 'd',
            kind: 'words',
            kindLabel: 'Ghi chú',
            title: 'Đã niêm yết tại 7 nhà văn hóa thôn.',
            note: 'Lê Thị Mai, 08/05/2026',
          },
        ]}
      />
    ),
  },
  {
    name: 'none',
    render: (place) => <EvidenceList label={`Trống ${place}`} items={[]} emptyLabel="Chưa có minh chứng" />,
  },
];
