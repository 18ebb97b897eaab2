import type { Example } from '../gallery/example.ts';
import { HeadlineFigure } from './headline-figure.tsx';

export const examples: Example[] = [
  {
    name: 'met',
    render: () => (
      <HeadlineFigure value="98,7" unit="%" title="đúng hạn hoặc sớm hạn" tone="ok">
        <p>
          <a href="#there">1.243/1.259 hồ sơ</a> · chỉ tiêu ≥ 98 %
        </p>
      </HeadlineFigure>
    ),
  },
  {
    name: 'missed',
    render: () => (
      <HeadlineFigure value="88,1" unit="%" title="đúng hạn hoặc sớm hạn" tone="late">
        <p>
          <a href="#there">96/109 hồ sơ</a> · chỉ tiêu ≥ 98 %
        </p>
      </HeadlineFigure>
    ),
  },
];
