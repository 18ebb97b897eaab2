import type { Example } from '../gallery/example.ts';
import { Progress } from './progress.tsx';

export const examples: Example[] = [
  {
    name: 'with words',
    render: () => (
      <Progress value={33} max={58} label="Số dòng đã xem">
        <b>33/58</b> dòng đã xem · 31 nhận, 2 bỏ qua
      </Progress>
    ),
  },
  { name: 'bare', render: () => <Progress value={3} max={4} label="Kết xuất báo cáo" /> },
  {
    name: 'nothing done yet, and all',
    render: () => (
      <>
        <Progress value={0} max={4} label="Chưa xong bước nào">
          0/4 bước
        </Progress>
        <Progress value={4} max={4} label="Đã xong">
          4/4 bước
        </Progress>
      </>
    ),
  },
];
