import type { Example } from '../gallery/example.ts';
import { FormGrid } from '../layout/layout.tsx';
import { ComboboxField } from './combobox-field.tsx';

const words = { none: 'Không có ai khớp', found: '{n} người khớp' };
const OFFICERS = [
  { value: '1', label: 'Nguyễn Thị Thu Hằng · Phòng Văn hóa - Xã hội' },
  { value: '2', label: 'Đỗ Văn Dũng · Công an xã' },
  { value: '3', label: 'Trần Thị Hoà · Trung tâm Phục vụ hành chính công' },
];

export const examples: Example[] = [
  {
    name: 'without script: a select; chosen, in error, disabled',
    render: (place) => (
      <FormGrid>
        <ComboboxField
          name={`combo-a-${place}`}
          label="Người phụ trách"
          options={OFFICERS}
          emptyLabel="Chọn người"
          value="2"
          words={words}
        />
        <ComboboxField
          name={`combo-b-${place}`}
          label="Lãnh đạo phụ trách"
          options={OFFICERS}
          emptyLabel="Chọn người"
          error="Chọn lãnh đạo phụ trách"
          words={words}
        />
        <ComboboxField
          name={`combo-c-${place}`}
          label="Người làm thay"
          hint="Chọn người vắng mặt trước"
          options={OFFICERS}
          emptyLabel="Chọn người"
          disabled
          words={words}
        />
      </FormGrid>
    ),
  },
];
