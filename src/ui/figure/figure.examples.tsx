import type { Example } from '../gallery/example.ts';
import { Figure, Figures } from './figure.tsx';

export const examples: Example[] = [
  {
    name: 'met, near, missed, without data',
    render: () => (
      <Figures>
        <Figure
          title="Hồ sơ giải quyết đúng và sớm hạn"
          value="98,2"
          unit="%"
          emptyLabel="chưa có số liệu"
          against="chỉ tiêu trên 95 %"
          link={{ label: '1.204/1.226 hồ sơ', href: '#' }}
          trend={{ values: [96.4, 97.1, 97, 97.9, 98.2], goal: 95, label: 'Năm tháng: từ 96,4 % lên 98,2 %' }}
          state={{ tone: 'ok', children: 'Đạt' }}
        />
        <Figure
          title="Hồ sơ trả trước hạn"
          value="57,4"
          unit="%"
          emptyLabel="chưa có số liệu"
          against="chỉ tiêu trên 60 %"
          link={{ label: '704/1.226 hồ sơ', href: '#' }}
          trend={{ values: [49, 51, 55, 56, 57.4], goal: 60, label: 'Năm tháng: từ 49,0 % lên 57,4 %' }}
          state={{ tone: 'soon', children: 'Thiếu 2,6 điểm phần trăm' }}
        />
        <Figure
          title="Thanh toán trực tuyến trong giải quyết TTHC"
          value="76,3"
          unit="%"
          emptyLabel="chưa có số liệu"
          against="chỉ tiêu ≥ 80 %"
          link={{ label: '418/548 giao dịch', href: '#' }}
          state={{ tone: 'late', children: 'Giảm 2 tháng liền' }}
        />
        <Figure
          title="Khai thác, sử dụng lại dữ liệu đã số hóa"
          emptyLabel="chưa có số liệu"
          against="chỉ tiêu ≥ 80 %"
          link={{ label: 'nối nguồn', href: '#' }}
          state={{ tone: 'draft', children: 'Chưa nối nguồn' }}
        />
      </Figures>
    ),
  },
];
