import { encode } from 'uqr';

export type QrCodeProps = {
  /** What a camera reads. */
  text: string;
  /** What it is for, for those who do not see it; the text itself must stand beside it. */
  label: string;
};

/** A text as a square that a camera reads. Always dark on light: many cameras fail on the other way round. */
export function QrCode({ text, label }: QrCodeProps) {
  const { data, size } = encode(text, { border: 2, ecc: 'M' });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      class="qr-code"
      data-theme="light"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
}
