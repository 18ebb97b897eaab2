import type { CDPSession } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Person } from './page.ts';
import { people } from './people.ts';
import { Stage } from './stage.ts';

const stage = new Stage();

/** A device that keeps passkeys and unlocks by finger, played by the browser itself. */
async function plugIn(person: Person): Promise<{ cdp: CDPSession; authenticatorId: string }> {
  const cdp = await person.page.context().newCDPSession(person.page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  return { cdp, authenticatorId };
}

describe('a passkey', () => {
  it('is added, signs in alone, proves, and is removed', async () => {
    const officer = await stage.person();
    const { cdp, authenticatorId } = await plugIn(officer);
    await officer.signIn(people.focal);
    await officer.goTo('/tai-khoan');
    await officer.click('link', 'Thêm khóa truy cập');
    await officer.page.getByLabel('Tên khóa').fill('Máy cơ quan');
    await officer.page.getByRole('button', { name: 'Thêm khóa truy cập' }).click();
    await officer.waitFor('Chép hoặc in các mã này ngay');
    expect(await officer.page.locator('ol code').count()).toBe(10);
    const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId });
    expect(credentials).toHaveLength(1);
    await officer.click('link', 'Tôi đã cất các mã này');
    expect(await officer.text()).toContain('Máy cơ quan');

    await officer.click('button', 'Đăng xuất khỏi mọi nơi');
    await officer.goTo('/dang-nhap?ve=%2Fnhiem-vu');
    await officer.page.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' }).click();
    await officer.page.waitForURL('**/nhiem-vu');
    expect(await officer.heading()).toContain('Nhiệm vụ');

    await officer.goTo('/tai-khoan/xac-nhan?ve=%2Ftai-khoan%2Fmat-khau');
    await officer.page.getByRole('button', { name: 'Xác nhận bằng khóa truy cập' }).click();
    await officer.page.waitForURL('**/tai-khoan/mat-khau');

    await officer.goTo('/tai-khoan');
    await officer.click('button', 'Xóa khóa Máy cơ quan');
    expect(await officer.text()).toContain('Chưa có khóa truy cập.');
    await officer.click('button', 'Đăng xuất khỏi mọi nơi');
    await officer.page.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' }).click();
    await officer.waitFor('Khóa truy cập chưa dùng được ở đây');
    expect(officer.troubles).toEqual([]);
  });

  it('of a device that does not know its holder adds nothing, and the page says so', async () => {
    const clerk = await stage.person({ isNarrow: true });
    const { cdp, authenticatorId } = await plugIn(clerk);
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await clerk.signIn(people.clerk);
    await clerk.goTo('/tai-khoan/khoa-truy-cap');
    await clerk.page.getByRole('button', { name: 'Thêm khóa truy cập' }).click();
    await clerk.waitFor('Chưa thêm được khóa truy cập');
    await clerk.goTo('/tai-khoan');
    expect(await clerk.text()).toContain('Chưa có khóa truy cập.');
    expect(clerk.troubles).toEqual([]);
  });

  it('is not offered where no script runs', async () => {
    const plain = await stage.person({ hasScript: false });
    await plain.page.goto(`${stage.address}/dang-nhap`);
    expect(await plain.page.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' }).isVisible()).toBe(
      false,
    );
  });
});
