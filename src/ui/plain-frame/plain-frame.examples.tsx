import { Button } from '../button/button.tsx';
import { ErrorSummary } from '../error-summary/error-summary.tsx';
import { PasswordField, TextField } from '../field/text-field.tsx';
import type { FrameExample } from '../gallery/example.ts';
import { Panel } from '../panel/panel.tsx';
import { PlainFrame } from './plain-frame.tsx';

export const frames: FrameExample[] = [
  {
    name: 'plain-frame',
    render: (stylesheets) => (
      <PlainFrame
        lang="vi"
        title="Đăng nhập · Sáu Rõ"
        product="Sáu Rõ"
        tenantName="xã Đồng Kỳ"
        languageSwitch={{ label: 'English', href: '#en', lang: 'en' }}
        labels={{ skip: 'Đến nội dung chính' }}
        stylesheetHref={stylesheets.staff}
      >
        <h1>Đăng nhập</h1>
        <ErrorSummary
          title="Chưa đăng nhập được"
          problems={[{ fieldId: 'account', text: 'Tên đăng nhập hoặc mật khẩu không đúng' }]}
        />
        <Panel id="sign-in" title="Tài khoản cán bộ">
          <form method="post" action="#">
            <TextField name="account" label="Tên đăng nhập" autocomplete="username" required />
            <PasswordField name="password" label="Mật khẩu" autocomplete="current-password" required />
            <Button kind="primary">Đăng nhập</Button>
          </form>
        </Panel>
      </PlainFrame>
    ),
  },
];
