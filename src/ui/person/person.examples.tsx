import type { Example } from '../gallery/example.ts';
import { Stack } from '../layout/layout.tsx';
import { Person, Unit } from './person.tsx';

export const examples: Example[] = [
  {
    name: 'person and unit',
    render: () => (
      <Stack>
        <Person name="Nguyễn Thị Thu Hằng" note="Phòng Văn hóa - Xã hội" />
        <Unit name="Văn phòng HĐND và UBND" code="VP" />
      </Stack>
    ),
  },
  {
    name: 'long names',
    render: () => (
      <Person
        name="Công Tằng Tôn Nữ Thị Nghiêng Nghiêng Phương Thảo"
        note="Trung tâm Phục vụ hành chính công xã Nghĩa Trung, kiêm nhiệm công tác thanh niên"
      />
    ),
  },
];
