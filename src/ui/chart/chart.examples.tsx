import type { Example } from '../gallery/example.ts';
import { BandChart, BarChart, LineChart } from './chart.tsx';

const MONTHS = Array.from({ length: 12 }, (_, index) => `T${index + 1}`);
const labels = { empty: 'chưa có số liệu', table: 'Xem bảng số liệu' };
const months = { head: 'Tháng', names: MONTHS };
const percent = (value: number) => `${value.toLocaleString('vi-VN')} %`;

export const examples: Example[] = [
  {
    name: 'bars: two rows of values, a month without any',
    render: (place) => (
      <BarChart
        id={`chart-bar-${place}`}
        title="Hồ sơ giải quyết theo quý, xã Đồng Kỳ"
        categories={{ head: 'Quý', names: ['Quý I', 'Quý II', 'Quý III', 'Quý IV'] }}
        series={[
          { name: 'Đúng hạn', values: [312, 428, 391, undefined] },
          { name: 'Quá hạn', values: [14, 9, 22, undefined] },
        ]}
        format={(value) => value.toLocaleString('vi-VN')}
        labels={labels}
      />
    ),
  },
  {
    name: 'lines, with a goal and a gap',
    render: (place) => (
      <LineChart
        id={`chart-line-${place}`}
        title="Tỷ lệ hồ sơ trực tuyến toàn trình theo tháng"
        categories={months}
        series={[
          { name: 'Năm 2026', values: [71.5, 74, 78.2, undefined, 82, 85.5, 88.1, 90, 92.4] },
          { name: 'Năm 2025', values: [52, 55, 57, 56, 60, 63, 66, 70, 69, 72, 71, 73] },
        ]}
        goal={{ value: 90, label: 'Chỉ tiêu 90 %' }}
        format={percent}
        labels={labels}
      />
    ),
  },
  {
    name: 'band: a forecast',
    render: (place) => (
      <BandChart
        id={`chart-band-${place}`}
        title="Dự báo điểm Chỉ số cải cách hành chính"
        categories={months}
        line={{ name: 'Điểm dự kiến', values: [61, 63.5, 66, 70, 72, 75, 78, 80, 82, 84, 85, 86] }}
        band={{
          name: 'Khoảng có thể',
          low: { name: 'Thấp nhất', values: [61, 62, 63, 66, 67, 69, 71, 72, 73, 74, 74, 75] },
          high: { name: 'Cao nhất', values: [61, 65, 69, 74, 77, 81, 84, 87, 89, 91, 93, 94] },
        }}
        format={(value) => value.toLocaleString('vi-VN')}
        labels={labels}
      />
    ),
  },
  {
    name: 'nothing known yet',
    render: (place) => (
      <LineChart
        id={`chart-none-${place}`}
        title="Mức độ hài lòng của người dân"
        categories={{ head: 'Quý', names: ['Quý I', 'Quý II'] }}
        series={[{ name: 'Hài lòng', values: [undefined, undefined] }]}
        format={percent}
        labels={labels}
      />
    ),
  },
];
