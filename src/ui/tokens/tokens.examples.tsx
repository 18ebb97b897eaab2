import type { Example } from '../gallery/example.ts';

const COLOURS = [
  'ink',
  'ink-soft',
  'line',
  'edge',
  'hair',
  'sunken',
  'paper',
  'canvas',
  'hover',
  'lacquer',
  'lacquer-fill',
  'action',
  'action-strong',
  'action-soft',
  'focus',
  'ok',
  'ok-soft',
  'soon',
  'soon-soft',
  'soon-fill',
  'late',
  'late-soft',
  'paused',
  'paused-soft',
  'info',
  'info-soft',
  'chart-1',
  'chart-2',
  'chart-track',
];

export const examples: Example[] = [
  {
    name: 'colours',
    render: () => (
      <ul class="gallery-swatches">
        {COLOURS.map((colour) => (
          <li key={colour}>
            <svg viewBox="0 0 100 40" preserveAspectRatio="none" aria-hidden="true">
              <rect width="100" height="40" fill={`var(--${colour})`} />
            </svg>
            {colour}
          </li>
        ))}
      </ul>
    ),
  },
  {
    name: 'type: stacked marks, digits of equal width',
    render: () => (
      <div class="gallery-type" lang="vi">
        <p data-size="6">Ưỡng Ẩn, Quyết định, Nguyễn</p>
        <p data-size="5">Kế hoạch số 167/KH-UBND, Ỷ Ữ Ặ Ổ Ễ</p>
        <p data-size="4">Rõ người, rõ việc, rõ trách nhiệm</p>
        <p data-size="3">Rõ tiến độ, rõ kết quả, rõ thẩm quyền ≥ 98&nbsp;%</p>
        <p>Văn phòng HĐND và UBND trả 1.204/1.226 hồ sơ, đạt 98,2&nbsp;%.</p>
        <p data-size="1">1.111.111,11</p>
        <p data-size="1">8.888.888,88</p>
      </div>
    ),
  },
];
