import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import type { Person } from './page.ts';
import { password } from './people.ts';
import { Stage } from './stage.ts';

const stage = new Stage();

/** Reads the secret off the page and gives what the app on the telephone would show. */
async function codeOnPage(person: Person): Promise<string> {
  const shown = await person.page.locator('main code').innerText();
  return new TOTP({ secret: Secret.fromBase32(shown.replaceAll(' ', '')) }).generate();
}

describe.each([
  { size: 'a desk', isNarrow: false, name: 'dongky.quantri' },
  { size: 'a phone', isNarrow: true, name: 'danhoa.quantri' },
])('my account on $size', ({ isNarrow, name }) => {
  it('is kept safe page by page', async () => {
    const admin = await stage.person({ isNarrow });
    await admin.goTo('/quen-mat-khau');
    expect(await admin.text()).toContain('người quản trị');
    await admin.goTo('/mat-khau-moi/khong-co');
    await admin.signIn(name);
    for (const path of ['mat-khau', 'thu-dien-tu', 'khoa-truy-cap', 'xac-nhan'])
      await admin.goTo(`/tai-khoan/${path}`);
    await admin.goTo('/tai-khoan/mat-khau');
    await admin.click('button', 'Đổi mật khẩu');
    expect(await admin.text()).toContain('ít nhất 10 ký tự');

    await admin.goTo('/tai-khoan/hai-buoc');
    await admin.click('button', 'Bắt đầu');
    await admin.page.getByLabel('Mã xác thực').fill(await codeOnPage(admin));
    await admin.click('button', 'Bật xác thực hai bước');
    const recovery = await admin.page.locator('main ol code').first().innerText();
    await admin.click('link', 'Tôi đã cất các mã này');
    expect(await admin.text()).toContain('Còn 10 mã dự phòng');

    await admin.goTo('/quan-tri/dang-nhap');
    await admin.page
      .getByRole('button', { name: /Tạo liên kết mật khẩu cho/ })
      .first()
      .click();
    await admin.settle();
    const link = new URL(await admin.page.locator('main code').innerText());
    const other = await stage.person({ isNarrow });
    await other.goTo(link.pathname);
    expect(await other.heading()).toBe('Đặt mật khẩu mới');

    const again = await stage.person({ isNarrow });
    await again.signIn(name);
    expect(await again.heading()).toBe('Bước hai của đăng nhập');
    await again.page.getByLabel('Mã xác thực').fill(recovery);
    await again.click('button', 'Đăng nhập');
    expect(await again.heading()).toBe('Tổng quan');
    expect([...admin.troubles, ...other.troubles, ...again.troubles]).toEqual([]);
  });
});

it('the second step works without script', async () => {
  const plain = await stage.person({ hasScript: false });
  const { page } = plain;
  await page.goto(`${stage.address}/dang-nhap`);
  await page.getByLabel('Tên đăng nhập').fill('anlao.quantri');
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.goto(`${stage.address}/tai-khoan/hai-buoc`);
  await page.getByRole('button', { name: 'Bắt đầu' }).click();
  await page.getByLabel('Mã xác thực').fill(await codeOnPage(plain));
  await page.getByRole('button', { name: 'Bật xác thực hai bước' }).click();
  expect(await plain.heading()).toBe('Mã dự phòng');
});
