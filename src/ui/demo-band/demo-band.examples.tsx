import type { Example } from '../gallery/example.ts';
import { DemoBand } from './demo-band.tsx';

export const examples: Example[] = [
  { name: 'invented data', render: (place) => <DemoBand text={`Dữ liệu dùng thử (${place})`} /> },
];
