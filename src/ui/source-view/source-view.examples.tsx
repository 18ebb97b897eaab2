import type { Example } from '../gallery/example.ts';
import { type SourceLine, SourceView } from './source-view.tsx';

/** A line of a source with the place marked where the words stand. */
function lineWith(number: number, text: string, marked: string, kind: 'mended' | 'clash'): SourceLine {
  const from = text.indexOf(marked);
  return { number, text, marks: [{ from, to: from + marked.length, kind }] };
}

export const SAMPLE_SOURCE = [
  {
    title: 'Phần lời, mục II.2.1',
    lines: [
      { number: 88, text: 'Tỷ lệ giải quyết hồ sơ đúng hạn đạt tối thiểu 98%.' },
      lineWith(90, 'Tỷ lệ giao dịch thanh toán trực tuyến đạt từ 60% trở lên.', 'từ 60% trở lên', 'clash'),
    ],
  },
  {
    title: 'Phụ lục, mục II',
    lines: [
      {
        ...lineWith(
          384,
          '3.4 Tỷ lệ giao dịch thanh toán trực tuyến đạt từ 80% trở lên. | Các cơ quan chuyên môn thuộc UNND xã',
          'UNND',
          'mended',
        ),
        isHere: true,
      },
      { number: 385, text: '3.5 Tỷ lệ cung cấp dịch vụ công trực tuyến toàn trình là 80%.' },
    ],
  },
];

export const examples: Example[] = [
  {
    name: 'a contradiction, a mended word, the current place',
    render: (place) => (
      <SourceView id={`source-${place}`} label={`Văn bản gốc, ${place}`} sections={SAMPLE_SOURCE} />
    ),
  },
];
