import type { Example } from '../gallery/example.ts';

/** The palette itself is one to a page: shown here are the answers inside it. */
export const examples: Example[] = [
  {
    name: 'answers, the first one chosen',
    render: (place) => (
      <div class="palette" role="listbox" aria-label={`Tìm và mở nhanh ${place}`}>
        <div role="group" aria-labelledby={`${place}-pages`}>
          <div class="palette-group" id={`${place}-pages`}>
            Trang và việc
          </div>
          <a class="hit" role="option" aria-selected="true" href="#tasks">
            <span>Nhiệm vụ</span>
          </a>
        </div>
        <div role="group" aria-labelledby={`${place}-tasks`}>
          <div class="palette-group" id={`${place}-tasks`}>
            Nhiệm vụ
          </div>
          <a class="hit" role="option" aria-selected="false" href="#task">
            <span>Rà soát thủ tục hành chính</span>
            <small>II.3 · Đang thực hiện · 30/06/2026</small>
          </a>
        </div>
      </div>
    ),
  },
];
