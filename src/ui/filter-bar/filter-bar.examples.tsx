import type { Example } from '../gallery/example.ts';
import { SelectField } from '../field/choice-field.tsx';
import { TextField } from '../field/text-field.tsx';
import { ActiveFilters } from '../active-filters/active-filters.tsx';
import { LinkButton } from '../button/button.tsx';
import { FilterBar } from './filter-bar.tsx';

export const examples: Example[] = [
  {
    name: 'search, three filters, the order kept',
    render: (place) => (
      <FilterBar action="#" submitLabel="Lọc" keep={{ sort: 'due' }}>
        <TextField name={`q-${place}`} label="Tìm trong danh sách" placeholder="Gõ có dấu hoặc không dấu" />
        <SelectField
          name={`u-${place}`}
          label="Đơn vị chủ trì"
          emptyLabel="Tất cả"
          options={[{ value: 'kt', label: 'Phòng Kinh tế' }]}
        />
        <SelectField
          name={`s-${place}`}
          label="Trạng thái"
          emptyLabel="Tất cả"
          options={[{ value: 'open', label: 'Đang thực hiện' }]}
        />
        <SelectField
          name={`due-${place}`}
          label="Thời hạn"
          emptyLabel="Năm 2026"
          options={[{ value: 'week', label: 'Tuần này' }]}
        />
      </FilterBar>
    ),
  },
  {
    name: 'folded on a phone, two filters on',
    render: (place) => (
      <FilterBar
        action="#"
        submitLabel="Lọc"
        fold={{
          label: 'Bộ lọc và công cụ',
          count: 2,
          countLabel: ', đang lọc theo 2 điều kiện',
          search: <TextField name={`fq-${place}`} label="Tìm trong danh sách" />,
          below: (
            <ActiveFilters
              label="Đang lọc:"
              removeLabel="bỏ điều kiện này"
              filters={[
                { label: 'Phòng Kinh tế', href: '#b' },
                { label: 'Đang thực hiện', href: '#c' },
              ]}
              actions={
                <LinkButton href="#" size="small" kind="quiet" icon="print">
                  In
                </LinkButton>
              }
            />
          ),
        }}
      >
        <SelectField
          name={`fu-${place}`}
          label="Đơn vị chủ trì"
          emptyLabel="Tất cả"
          options={[{ value: 'kt', label: 'Phòng Kinh tế' }]}
        />
      </FilterBar>
    ),
  },
  {
    name: 'one field, in error',
    render: (place) => (
      <FilterBar action="#" submitLabel="Lọc">
        <TextField
          name={`from-${place}`}
          label="Từ ngày"
          value="32/05/2026"
          error="Ghi ngày có thật, ví dụ 12/05/2026"
        />
      </FilterBar>
    ),
  },
];
