import type { Example } from '../gallery/example.ts';
import { StackedBar } from './stacked-bar.tsx';

export const examples: Example[] = [
  {
    name: 'parts of a whole',
    render: () => (
      <StackedBar
        max={18}
        segments={[
          { kind: 'done', value: 6 },
          { kind: 'open', value: 8 },
          { kind: 'soon', value: 2 },
          { kind: 'late', value: 2 },
        ]}
        label="6 xong, 8 đang làm, 2 sắp đến hạn, 2 quá hạn"
      />
    ),
  },
  {
    name: 'a share against a target',
    render: () => (
      <StackedBar
        max={100}
        target={98}
        segments={[
          { kind: 'done', value: 88.1 },
          { kind: 'rest', value: 11.9 },
        ]}
        label="88,1 %, chỉ tiêu 98 %"
      />
    ),
  },
];
