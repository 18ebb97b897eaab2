import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { productRoot } from '#platform/config/product-root.ts';

import { people } from './people.ts';
import { Stage } from './stage.ts';
import { lettersStand } from './still-browser.ts';

const stage = new Stage();

describe('a plan goes in, a year at work comes out', () => {
  it('is read, mended, stored, worked with and taken back', async () => {
    const officer = await stage.person();
    await officer.signIn(people.newcomer);
    expect(await officer.heading()).toBe('Tổng quan');
    await officer.click('link', 'Nhập kế hoạch');
    await officer.page
      .getByLabel('Tệp kế hoạch')
      .setInputFiles(join(productRoot, 'seed/plans/dong-ky-2026.docx'));
    await officer.click('button', 'Đọc kế hoạch');
    await officer.waitFor('Soát kế hoạch trước khi lưu');

    await officer.page.locator('#doubts a').first().click();
    await officer.page.waitForLoadState('load');
    await officer.page.getByRole('button', { name: 'Lưu dòng này' }).waitFor();
    await officer.click('button', 'Lưu dòng này');
    expect(await officer.text()).toContain('Đã lưu dòng.');

    await officer.click('link', 'Xem phần sẽ tạo');
    expect(await officer.text()).toMatch(/Nhiệm vụ\s+42/);
    await officer.click('button', 'Xác nhận và lưu');
    expect(await officer.heading()).toContain('Đồng Kỳ năm 2026');

    await officer.goTo('/nhiem-vu');
    expect(await officer.heading()).toMatch(/Nhiệm vụ\s*42/);
    await officer.page.locator('main tbody a').first().click();
    await officer.page.waitForLoadState('load');
    expect(await officer.text()).toContain('Sáu rõ');
    await officer.goTo('/chi-tieu');
    await officer.goTo('/lich?nam=2026');
    expect(await officer.text()).toContain('Tháng');

    await officer.goTo('/du-thao');
    await officer.page.locator('main tbody a').first().click();
    await officer.page.waitForLoadState('load');
    await officer.click('button', 'Hoàn tác lần nhập');
    expect(await officer.heading()).toBe('Soát kế hoạch trước khi lưu');
    await officer.goTo('/ke-hoach');
    expect(await officer.text()).toContain('Chưa có kế hoạch');
    expect(officer.troubles).toEqual([]);
  });

  it('is done on a phone and without script', async () => {
    const clerk = await stage.person({ isNarrow: true });
    await clerk.signIn(people.focal);
    await clerk.goTo('/nhiem-vu');
    await clerk.page.locator('main tbody a').first().click();
    await clerk.page.waitForLoadState('load');
    expect(await clerk.text()).toContain('Sáu rõ');
    expect(clerk.troubles).toEqual([]);
    const plain = await stage.person({ hasScript: false });
    await plain.page.goto(`${stage.address}/dang-nhap`);
    await plain.page.getByLabel('Tên đăng nhập').fill(people.focal);
    await plain.page.getByLabel('Mật khẩu').fill('sauro-demo');
    await plain.page.getByRole('button', { name: 'Đăng nhập' }).click();
    expect(await plain.heading()).toBe('Tổng quan');
  });

  it('is shown to citizens in less than 100 kB and without script', async () => {
    const citizen = await stage.person({ isNarrow: true });
    let bytes = 0;
    const session = await citizen.page.context().newCDPSession(citizen.page);
    await session.send('Network.enable');
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await citizen.page.goto(`${stage.address}/xa/dong-ky`);
    await lettersStand(citizen.page);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(100_000);
    expect(await citizen.page.locator('script').count()).toBe(0);
    await citizen.goTo('/');
    await citizen.goTo('/xa/dai-thanh');
    await citizen.click('link', 'Xem toàn văn nhiệm vụ và chỉ tiêu');
    expect(citizen.troubles).toEqual([]);
  });

  it('leads a province officer to the public pages of its communes', async () => {
    const officer = await stage.person();
    await officer.signIn(people.province);
    expect(await officer.text()).toContain('xã Hưng Thịnh (demo)');
    await officer.goTo('/khong-co-trang-nay');
    expect(await officer.heading()).toBe('Không tìm thấy trang');
    expect(officer.troubles).toEqual([]);
  });
});
