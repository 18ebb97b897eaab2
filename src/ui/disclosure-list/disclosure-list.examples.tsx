import type { Example } from '../gallery/example.ts';
import { Button, ButtonRow } from '../button/button.tsx';
import { DisclosureList } from './disclosure-list.tsx';

export const examples: Example[] = [
  {
    name: 'rows read from a source, one open',
    render: (place) => (
      <DisclosureList
        label={`Dòng đọc được, ${place}`}
        rows={[
          {
            id: `row-32-${place}`,
            lead: '3.2',
            title: 'Nâng cao chất lượng hoạt động giải quyết thủ tục hành chính',
            note: 'Chương trình, lớp tập huấn · hàng năm',
            tag: { tone: 'ok', children: 'Đã nhận' },
            href: '#',
          },
          {
            id: `row-34-${place}`,
            lead: '3.4',
            title: 'Triển khai các kênh thanh toán trực tuyến',
            tag: { tone: 'late', children: 'Mâu thuẫn' },
            isCurrent: true,
            body: (
              <ButtonRow>
                <Button kind="primary" size="small">
                  Chấp nhận dòng này
                </Button>
                <Button size="small" kind="quiet">
                  Bỏ qua
                </Button>
              </ButtonRow>
            ),
          },
          {
            id: `row-35-${place}`,
            lead: '3.5',
            title: 'Đẩy mạnh cung cấp dịch vụ công trực tuyến',
            tag: { tone: 'draft', children: 'Chưa xem' },
            body: <p>Quyết định ban hành TTHC</p>,
          },
        ]}
      />
    ),
  },
  {
    name: 'doubts, the tag in front',
    render: (place) => (
      <DisclosureList
        label={`Điểm cần quyết định, ${place}`}
        tagPlace="start"
        rows={[
          {
            id: `doubt-1-${place}`,
            title: 'Tỷ lệ giao dịch thanh toán trực tuyến: 60 % hay 80 %?',
            tag: { tone: 'late', children: 'Mâu thuẫn' },
            isCurrent: true,
            tone: 'late',
            body: <p>Cả hai câu vẫn được giữ trong hồ sơ nhập.</p>,
          },
          {
            id: `doubt-2-${place}`,
            title: '«trên địa bàn huyện»: từ 01/7/2025 không còn cấp huyện',
            note: 'Phụ lục III.1, dòng 391',
            tag: { tone: 'soon', children: 'Tên cũ' },
            href: '#',
          },
        ]}
      />
    ),
  },
];
