import type { Example } from '../gallery/example.ts';
import { LinkButton } from '../button/button.tsx';
import { ActiveFilters } from './active-filters.tsx';

export const examples: Example[] = [
  {
    name: 'two conditions',
    render: () => (
      <ActiveFilters
        label="Đang lọc:"
        removeLabel="bỏ điều kiện này"
        filters={[
          { label: 'Năm 2026', href: '#a' },
          { label: 'Phòng Kinh tế', href: '#b' },
        ]}
        clear={{ label: 'Bỏ tất cả', href: '#c' }}
        actions={
          <>
            <LinkButton href="#" size="small" kind="quiet" icon="download">
              CSV
            </LinkButton>
            <LinkButton href="#" size="small" kind="quiet" icon="print">
              In
            </LinkButton>
          </>
        }
      />
    ),
  },
];
