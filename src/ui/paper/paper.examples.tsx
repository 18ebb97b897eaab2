import type { Paper } from '#platform/docgen/paper.ts';
import { samplePaper } from '#platform/docgen/paper.fixtures.ts';
import type { Example } from '../gallery/example.ts';
import { PaperView } from './paper.tsx';

const sample = samplePaper();

export const examples: Example[] = [
  {
    name: 'with every part and a landscape annex',
    render: (place) => <PaperView paper={{ ...sample, annexes: annexesIn(place) }} />,
  },
  {
    name: 'short, not numbered yet',
    render: () => (
      <PaperView
        paper={{
          laidOutOn: sample.laidOutOn,
          title: 'Thông báo lịch trồng cây',
          issuer: sample.issuer,
          number: 'Số:        /TB-UBND',
          placeAndDate: 'Đồng Kỳ, ngày      tháng      năm 2026',
          kind: 'Thông báo',
          subject: 'Lịch trồng cây đầu xuân',
          bases: [],
          body: [{ kind: 'paragraph', words: 'Tết trồng cây bắt đầu từ ngày mồng sáu tháng Giêng.' }],
          annexes: [],
        }}
      />
    ),
  },
];

/** Tables are places of the page, so their names differ too. */
function annexesIn(place: string): Paper['annexes'] {
  return sample.annexes.map((annex) => ({
    ...annex,
    body: annex.body.map((block) =>
      block.kind === 'table' ? { ...block, caption: `${block.caption} ${place}` } : block,
    ),
  }));
}
