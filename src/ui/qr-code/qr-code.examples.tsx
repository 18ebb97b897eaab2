import type { Example } from '../gallery/example.ts';
import { QrCode } from './qr-code.tsx';

export const examples: Example[] = [
  {
    name: 'address',
    render: () => <QrCode text="https://caicach.example.vn/tra-cuu/8F3K" label="Mã QR của trang tra cứu" />,
  },
];
