import type { Example } from '../gallery/example.ts';
import { Facts, RailPart } from './facts.tsx';

export const examples: Example[] = [
  {
    name: 'rail',
    render: (place) => (
      <RailPart id={`facts-${place}`} title={`Thông tin (${place})`}>
        <Facts
          facts={[
            { label: 'Người thực hiện', value: <a href="#there">Lê Thị Minh</a> },
            { label: 'Đơn vị phối hợp', value: 'Văn phòng HĐND và UBND', note: 'và 2 đơn vị được mời thêm' },
            { label: 'Căn cứ', value: 'Kế hoạch 167/KH-UBND' },
          ]}
        />
      </RailPart>
    ),
  },
  {
    name: 'rows',
    render: () => (
      <Facts
        layout="rows"
        facts={[
          { label: 'Nơi nhận', value: 'Điểm Phục vụ hành chính công xã Dân Hòa' },
          { label: 'Phí, lệ phí', value: '16.000 đồng, đã trả ngày 06/05' },
        ]}
      />
    ),
  },
];
