import { expect, it } from 'vitest';

import { Stage } from './stage.ts';

const stage = new Stage('--empty');

const secret = 'gạo nếp cái hoa vàng';
const officers = [
  'Trần Thị Cúc\tChủ tịch UBND\tVăn phòng HĐND và UBND',
  'Vũ Văn Sáu\tChánh Văn phòng\tVăn phòng HĐND và UBND',
  'Lê Thị Tám\tChuyên viên\tVăn phòng HĐND và UBND',
  'Phạm Văn Chín\tTrưởng phòng\tPhòng Kinh tế',
  'Đỗ Thị Mười\tChuyên viên\tPhòng Kinh tế',
  'Hoàng Thị Hoa\tTrưởng phòng\tPhòng Văn hóa - Xã hội',
  'Ngô Văn Bình\tChuyên viên\tPhòng Văn hóa - Xã hội',
  'Bùi Thị Lan\tGiám đốc\tTrung tâm Phục vụ hành chính công',
  'Đặng Văn Sơn\tChuyên viên\tTrung tâm Phục vụ hành chính công',
  'Hà Thị Mai\tTrưởng thôn\tThôn Ngọ',
];

/** Only what the pages themselves say leads from step to step: no address is typed in. */
it('a stranger sets up an empty commune with ten officers', async () => {
  const code = /[A-Z2-9]{4}(?:-[A-Z2-9]{4}){2}/.exec(stage.product.log())?.[0] ?? '';
  const admin = await stage.person();
  const { page } = admin;
  await admin.goTo('/');
  await page.getByLabel('Tên hoặc mã').fill('dong ky');
  await admin.click('button', 'Tìm');
  await admin.click('link', 'xã Đồng Kỳ');
  const typed = {
    code,
    fullName: 'Nguyễn Văn Quản',
    positionTitle: 'Công chức',
    signInName: 'quantri',
    password: secret,
    again: secret,
  };
  for (const [name, value] of Object.entries(typed)) await page.locator(`[name=${name}]`).fill(value);
  await admin.click('button', 'Thiết lập');
  await page.getByLabel('Tên đăng nhập').fill('quantri');
  await page.getByLabel('Mật khẩu').fill(secret);
  await admin.click('button', 'Đăng nhập');

  expect(await admin.text()).toContain('Bốn bước để cơ quan bắt đầu');
  await admin.click('link', 'Nhập từ Excel hoặc dán bảng');
  await page
    .getByLabel('Hoặc dán bảng từ Excel, Word')
    .fill(['Họ và tên\tChức vụ\tĐơn vị', ...officers].join('\n'));
  await admin.click('button', 'Xem trước');
  await admin.click('button', 'Nhập cả danh sách');
  expect(await admin.heading()).toContain('11');

  await admin.click('link', 'Tổng quan');
  await admin.click('link', 'Mở tài khoản, in phiếu');
  await admin.click('button', 'Mở tài khoản cho người chưa có');
  const slips = await admin.text();
  expect(slips.match(/[a-z2-9]{4}(?:-[a-z2-9]{4}){2}/g)).toHaveLength(10);
  const slip = page.getByRole('row', { name: /Lê Thị Tám/ });
  const [name = '', first = ''] = (await slip.getByRole('cell').allInnerTexts()).slice(-2);

  await admin.click('link', 'Tổng quan');
  await admin.click('link', 'Chọn người');
  await admin.click('link', 'Lê Thị Tám');
  await page.getByLabel('Công chức đầu mối').check();
  await admin.click('button', 'Lưu vai trò');
  await admin.click('link', 'Tổng quan');
  expect(await admin.text()).not.toContain('Bốn bước');

  const focal = await stage.person({ isNarrow: true });
  await focal.signIn(name, first);
  expect(await focal.heading()).toBe('Đổi mật khẩu');
  await focal.page.getByLabel('Mật khẩu mới', { exact: true }).fill('hạt giống cho mùa sau');
  await focal.page.getByLabel('Nhập lại mật khẩu mới').fill('hạt giống cho mùa sau');
  await focal.click('button', 'Đổi mật khẩu');
  expect(await focal.text()).toContain('Bắt đầu từ kế hoạch đã ban hành');
  expect([...admin.troubles, ...focal.troubles]).toEqual([]);
});
