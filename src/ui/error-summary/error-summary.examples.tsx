import type { Example } from '../gallery/example.ts';
import { ErrorSummary } from './error-summary.tsx';

export const examples: Example[] = [
  {
    name: 'two problems of fields, one of the form',
    render: (place) => (
      <ErrorSummary
        id={`errors-${place}`}
        takesFocus={false}
        title="Có 3 chỗ cần sửa"
        problems={[
          { fieldId: `h-${place}`, text: 'Ngày hẹn trả phải sau ngày tiếp nhận 12/05/2026' },
          { fieldId: `i-${place}`, text: 'Chọn đơn vị chủ trì' },
          { fieldId: '', text: 'Tên đăng nhập hoặc mật khẩu không đúng' },
        ]}
      />
    ),
  },
];
