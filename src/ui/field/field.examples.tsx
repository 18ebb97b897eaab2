import type { Example } from '../gallery/example.ts';
import { FormGrid, WideField } from '../layout/layout.tsx';
import { CheckboxField, CheckboxGroup, RadioCards, SelectField } from './choice-field.tsx';
import { FileField } from './file-field.tsx';
import {
  DateField,
  MoneyField,
  NumberField,
  PasswordField,
  TextareaField,
  TextField,
} from './text-field.tsx';

const UNITS = [
  { value: 'vhxh', label: 'Phòng Văn hóa - Xã hội' },
  { value: 'kt', label: 'Phòng Kinh tế' },
];

export const examples: Example[] = [
  {
    name: 'text, number, date, select, password, textarea',
    render: (place) => (
      <FormGrid>
        <TextField name={`a-${place}`} label="Trích yếu" value="Kế hoạch cải cách hành chính" />
        <MoneyField name={`b-${place}`} label="Lệ phí" value="16.000" suffix="đồng" />
        <DateField name={`c-${place}`} label="Ngày hẹn trả" hint="Ngày/tháng/năm" placeholder="12/05/2026" />
        <SelectField
          name={`d-${place}`}
          label="Đơn vị chủ trì"
          options={UNITS}
          emptyLabel="Tất cả"
          value="kt"
        />
        <PasswordField name={`e-${place}`} label="Mật khẩu" autocomplete="current-password" />
        <NumberField
          name={`f-${place}`}
          label="Chỉ tiêu"
          value="98,5"
          suffix="%"
          hint="Mẫu số: hồ sơ đã trả"
        />
        <WideField>
          <TextareaField
            name={`g-${place}`}
            label="Hoạt động"
            value="Thực hiện thanh toán trực tuyến"
            rows={2}
          />
        </WideField>
      </FormGrid>
    ),
  },
  {
    name: 'errors and disabled',
    render: (place) => (
      <FormGrid>
        <DateField
          name={`h-${place}`}
          label="Ngày hẹn trả"
          value="08/05/2026"
          error="Ngày hẹn trả phải sau ngày tiếp nhận 12/05/2026"
        />
        <SelectField
          name={`i-${place}`}
          label="Đơn vị chủ trì"
          options={UNITS}
          emptyLabel="Chọn đơn vị"
          error="Chọn đơn vị chủ trì"
        />
        <TextField name={`j-${place}`} label="Số hồ sơ" value="H05.24-260512-0044" disabled />
        <MoneyField
          name={`l2-${place}`}
          label="Kinh phí"
          suffix="đồng"
          value="mười lăm triệu"
          error="Ghi số tiền bằng chữ số, ví dụ 15.000.000"
        />
        <TextField
          name={`k-${place}`}
          label="Thư điện tử"
          inputMode="email"
          hint="Để nhận nhắc việc"
          error="Ghi đủ địa chỉ, ví dụ ten@xa.gov.vn"
          value="ten@"
        />
      </FormGrid>
    ),
  },
  {
    name: 'radio cards',
    render: (place) => (
      <RadioCards
        name={`l-${place}`}
        label="Chọn giá trị dùng làm chỉ tiêu"
        value="80"
        options={[
          { value: '60', label: 'Từ 60 % trở lên', hint: 'Phần lời, mục II.2.1, dòng 90' },
          { value: '80', label: 'Từ 80 % trở lên', hint: 'Phụ lục, mục II, dòng 384' },
          { value: '', label: 'Để ngỏ, hỏi người soạn', hint: 'Chưa chấm điểm' },
        ]}
      />
    ),
  },
  {
    name: 'radio cards in a column, with an error',
    render: (place) => (
      <RadioCards
        name={`m-${place}`}
        label="Nơi nhận kết quả"
        layout="column"
        error="Chọn nơi nhận kết quả"
        options={[
          { value: 'desk', label: 'Tại quầy' },
          { value: 'post', label: 'Bưu chính công ích', disabled: true },
        ]}
      />
    ),
  },
  {
    name: 'checkboxes',
    render: (place) => (
      <FormGrid>
        <CheckboxGroup
          name={`n-${place}`}
          label="Gửi kèm"
          values={['copy']}
          options={[
            { value: 'copy', label: 'Bản điện tử' },
            { value: 'sms', label: 'Tin nhắn', hint: 'Đến số đã đăng ký' },
          ]}
        />
        <CheckboxField
          name={`o-${place}`}
          label="Tôi đã đọc lại toàn bộ"
          hint="Bắt buộc trước khi gửi"
          error="Đánh dấu khi đã đọc lại"
        />
      </FormGrid>
    ),
  },
  {
    name: 'file',
    render: (place) => (
      <FileField
        name={`p-${place}`}
        label="Kế hoạch đã ban hành"
        hint="Tệp Word hoặc văn bản thuần, tối đa 20 MB"
        chooseLabel="Chọn tệp"
        accept=".docx,.txt"
        required
      />
    ),
  },
  {
    name: 'disabled, each kind',
    render: (place) => (
      <FormGrid>
        <SelectField
          name={`q2-${place}`}
          label="Đơn vị chủ trì"
          options={UNITS}
          emptyLabel="Tất cả"
          value="kt"
          disabled
        />
        <DateField name={`r2-${place}`} label="Ngày hẹn trả" value="12/05/2026" disabled />
        <TextareaField
          name={`s2-${place}`}
          label="Hoạt động"
          value="Thực hiện thanh toán trực tuyến"
          disabled
        />
        <CheckboxGroup
          name={`t2-${place}`}
          label="Gửi kèm"
          values={['copy']}
          options={[
            { value: 'copy', label: 'Bản điện tử', disabled: true },
            { value: 'sms', label: 'Tin nhắn', disabled: true },
          ]}
        />
      </FormGrid>
    ),
  },
  {
    name: 'errors of the other kinds',
    render: (place) => (
      <FormGrid>
        <TextareaField
          name={`u2-${place}`}
          label="Lý do"
          required
          error="Ghi điều cần sửa để người gửi biết làm gì"
        />
        <FileField
          name={`v2-${place}`}
          label="Kế hoạch đã ban hành"
          chooseLabel="Chọn tệp"
          required
          error="Chưa đọc được loại tệp này. Gửi tệp Word, PDF hoặc Excel"
        />
        <NumberField
          name={`w2-${place}`}
          label="Chỉ tiêu"
          value="120"
          suffix="%"
          error="Ghi số từ 0 đến 100"
        />
        <PasswordField
          name={`x2-${place}`}
          label="Mật khẩu"
          autocomplete="new-password"
          error="Tên đăng nhập hoặc mật khẩu không đúng"
        />
      </FormGrid>
    ),
  },
];
