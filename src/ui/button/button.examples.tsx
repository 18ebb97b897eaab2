import type { Example } from '../gallery/example.ts';
import { Button, ButtonRow, LinkButton } from './button.tsx';

export const examples: Example[] = [
  {
    name: 'kinds',
    render: () => (
      <ButtonRow>
        <Button kind="primary">Tiếp nhận</Button>
        <Button>Giao việc</Button>
        <Button kind="quiet">Bỏ qua</Button>
        <Button kind="danger">Xóa nháp</Button>
      </ButtonRow>
    ),
  },
  {
    name: 'icons, small, links',
    render: () => (
      <ButtonRow>
        <LinkButton href="#" kind="primary" icon="plus">
          Thêm nhiệm vụ
        </LinkButton>
        <LinkButton href="#" icon="print">
          In phiếu
        </LinkButton>
        <Button size="small">Nhắc 2 đơn vị</Button>
        <LinkButton href="#" size="small" kind="quiet" icon="download">
          CSV
        </LinkButton>
      </ButtonRow>
    ),
  },
  {
    name: 'disabled, blocked with its reason, busy',
    render: (place) => (
      <ButtonRow>
        <Button disabled>Xác nhận</Button>
        <Button kind="primary" blockedBy={`blocked-${place}`}>
          Ký và ban hành
        </Button>
        <Button kind="primary" busy icon="hourglass">
          Đang kết xuất
        </Button>
        <p class="note" id={`blocked-${place}`}>
          Còn 4 điểm chưa quyết định
        </p>
      </ButtonRow>
    ),
  },
  {
    name: 'long words, and the other language',
    render: () => (
      <ButtonRow>
        <Button kind="primary">
          Trình Chủ tịch Ủy ban nhân dân xã ký và ban hành kế hoạch cải cách hành chính
        </Button>
        <span lang="en">
          <Button kind="danger">Take the plan back</Button>
        </span>
      </ButtonRow>
    ),
  },
];
