import type { Example } from '../gallery/example.ts';
import { Pagination } from './pagination.tsx';

export const examples: Example[] = [
  {
    name: 'numbers with a gap',
    render: (place) => (
      <Pagination
        label={`Trang, ${place}`}
        summary="51–100 trong 512"
        previous={{ label: 'Trước', href: '#1' }}
        next={{ label: 'Tiếp', href: '#3' }}
        pages={[
          { number: 1, href: '#1', label: 'Trang 1' },
          { number: 2, href: '#2', label: 'Trang 2', isCurrent: true },
          { number: 3, href: '#3', label: 'Trang 3' },
          { number: 11, href: '#11', label: 'Trang 11' },
        ]}
      />
    ),
  },
  {
    name: 'one after the other',
    render: (place) => (
      <Pagination
        label={`Trang kế, ${place}`}
        summary="51–100 trong hơn 10.000"
        first={{ label: 'Đầu', href: '#first' }}
        previous={{ label: 'Trước', href: '#previous' }}
        next={{ label: 'Tiếp', href: '#next' }}
      />
    ),
  },
  {
    name: 'all on one page',
    render: (place) => <Pagination label={`Một trang, ${place}`} summary="14 nhiệm vụ" />,
  },
  {
    name: 'the first page',
    render: (place) => (
      <Pagination
        label={`Trang đầu, ${place}`}
        summary="1–50 trong 512"
        next={{ label: 'Tiếp', href: '#2' }}
        pages={[
          { number: 1, href: '#1', label: 'Trang 1', isCurrent: true },
          { number: 2, href: '#2', label: 'Trang 2' },
        ]}
      />
    ),
  },
];
