import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { productRoot } from '#platform/config/product-root.ts';

import { password, people } from './people.ts';
import { Stage } from './stage.ts';

const stage = new Stage();

async function atWork(options: { isNarrow?: boolean } = {}, who: string = people.focal) {
  const officer = await stage.person(options);
  const { page } = officer;
  // The way in is checked by other journeys.
  await page.goto(`${stage.address}/dang-nhap`);
  await page.getByLabel('Tên đăng nhập').fill(who);
  await page.getByLabel('Mật khẩu').fill(password);
  await Promise.all([page.waitForURL('**/tong-quan'), page.keyboard.press('Enter')]);
  return officer;
}

const pathOf = (page: Page) => new URL(page.url()).pathname;
const palette = (page: Page) => page.getByRole('dialog', { name: 'Tìm và mở nhanh' });
const chosen = (page: Page) => page.locator('[role="option"][aria-selected="true"]');
const answer = (page: Page, words: string | RegExp) =>
  page.getByRole('option').filter({ hasText: words }).first().waitFor();

/** Sends what an input method sends while it composes: a composition, and key presses that it has taken. */
async function compose(page: Page, words: string, keys: readonly string[]): Promise<void> {
  const browserSide = await page.context().newCDPSession(page);
  await browserSide.send('Input.imeSetComposition', {
    text: words,
    selectionStart: words.length,
    selectionEnd: words.length,
  });
  for (const key of keys) {
    for (const type of ['rawKeyDown', 'keyUp'] as const)
      await browserSide.send('Input.dispatchKeyEvent', {
        type,
        key: 'Process',
        code: key,
        windowsVirtualKeyCode: 229,
      });
  }
  await browserSide.detach();
}

describe('the palette', () => {
  it('opens on Ctrl K, finds by Telex left over, walks, opens, and gives the keyboard back', async () => {
    const officer = await atWork();
    const { page } = officer;
    await page.getByRole('link', { name: 'Chỉ tiêu', exact: true }).focus();
    await page.keyboard.press('Control+k');
    await answer(page, 'Tổng quan');
    expect(await page.locator(':focus').getAttribute('role')).toBe('combobox');
    await page.keyboard.press('Escape');
    expect(await palette(page).isVisible()).toBe(false);
    expect(await page.locator(':focus').innerText()).toContain('Chỉ tiêu');

    await page.keyboard.press('/');
    await page.keyboard.type('nhieemj vuj');
    await palette(page)
      .getByText(/^\d+ kết quả$/)
      .waitFor();
    await officer.settle();
    const first = await chosen(page).innerText();
    await page.keyboard.press('ArrowDown');
    expect(await chosen(page).innerText()).not.toBe(first);
    const id = await chosen(page).getAttribute('id');
    expect(await page.locator(':focus').getAttribute('aria-activedescendant')).toBe(id);
    await page.keyboard.press('ArrowUp');
    await Promise.all([page.waitForURL('**/nhiem-vu'), page.keyboard.press('Enter')]);
    await officer.settle();

    await page.locator('main [data-row] a').first().click();
    await officer.settle();
    const record = await officer.heading();
    await officer.goTo('/tong-quan');
    await page.keyboard.press('Control+k');
    await page.getByRole('group', { name: 'Mở gần đây' }).waitFor();
    expect(await page.getByRole('group', { name: 'Mở gần đây' }).innerText()).toContain(record);
    expect(officer.troubles).toEqual([]);
  });

  it('says that there is nothing, that the line is down, and drops answers that come too late', async () => {
    const officer = await atWork({ isNarrow: true });
    const { page } = officer;
    await page.keyboard.press('Control+k');
    await page.keyboard.type('zzzz qqqq');
    await palette(page).getByText('Không thấy gì khớp').waitFor();
    await officer.settle();

    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/tim.json?q=ch*', async (route) => {
      await held;
      await route.continue().catch(() => undefined);
    });
    const field = page.getByRole('combobox');
    await field.fill('chi tieu');
    await palette(page).getByText('Đang tìm…').waitFor();
    await field.fill('tong quan');
    await answer(page, 'Tổng quan');
    release();
    await page.waitForTimeout(300);
    expect(await page.getByRole('option').allInnerTexts()).not.toContain('Chỉ tiêu');

    await page.route('**/tim.json*', (route) => route.abort());
    await field.fill('ke hoach');
    await palette(page).getByText('Chưa tìm được').waitFor();
    await Promise.all([page.waitForURL('**/tim?q=ke+hoach'), page.keyboard.press('Enter')]);
    await officer.settle();
    expect(await officer.text()).toContain('Dự thảo kế hoạch');
    expect(officer.troubles.filter((one) => !one.includes('ERR_FAILED'))).toEqual([]);
  });

  it('leaves the keys of an input method alone', async () => {
    const officer = await atWork();
    const { page } = officer;
    await page.keyboard.press('Control+k');
    await answer(page, 'Tổng quan');
    const before = await chosen(page).innerText();
    await compose(page, 'nhiệ', ['Enter', 'ArrowDown', 'KeyJ', 'Escape']);
    expect(await palette(page).isVisible()).toBe(true);
    expect(pathOf(page)).toBe('/tong-quan');
    expect(await page.getByRole('combobox').inputValue()).toBe('nhiệ');
    await answer(page, 'Nhiệm vụ');
    expect(before).toBe('Tổng quan');
    expect(officer.troubles).toEqual([]);
  });
});

describe('keys of one letter', () => {
  it('go to areas, walk the rows, open what one may begin, and help', async () => {
    const officer = await atWork();
    const { page } = officer;
    await page.keyboard.press('g');
    await Promise.all([page.waitForURL('**/nhiem-vu'), page.keyboard.press('n')]);
    await officer.settle();
    const rows = page.locator('main [data-row]');
    const isIn = (index: number) =>
      rows.nth(index).evaluate((row) => row.contains(row.ownerDocument.activeElement));
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await isIn(1)).toBe(true);
    await page.keyboard.press('k');
    expect(await isIn(0)).toBe(true);
    await page.keyboard.press('x');
    expect(await rows.first().getByRole('checkbox').isChecked()).toBe(true);
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Phím tắt' });
    await help.getByText('Dòng sau').waitFor();
    await officer.settle();
    expect(await help.getByText('tách tại con trỏ').isVisible()).toBe(false);
    await page.keyboard.press('n');
    await page.keyboard.press('Escape');
    expect(pathOf(page)).toBe('/nhiem-vu');

    await officer.goTo('/du-thao');
    await Promise.all([page.waitForURL('**/du-thao/moi**'), page.keyboard.press('n')]);
    await officer.settle();
    expect(officer.troubles).toEqual([]);
  });

  it('are letters in a field, and nothing with Ctrl or under an input method', async () => {
    const officer = await atWork();
    const { page } = officer;
    await officer.goTo('/nhiem-vu');
    const field = page.locator('main input[name="tim"]');
    await field.focus();
    await page.keyboard.type('gn nguyeenx vawn/? ddoongf jkxe');
    expect(await field.inputValue()).toBe('gn nguyeenx vawn/? ddoongf jkxe');
    await field.evaluate((element) => (element as unknown as { blur(): void }).blur());
    await page.keyboard.press('Alt+n');
    await compose(page, '', ['KeyG', 'KeyT', 'Slash']);
    expect(pathOf(page)).toBe('/nhiem-vu');
    expect(await palette(page).isVisible()).toBe(false);
    expect(officer.troubles).toEqual([]);
  });

  it('rest where the person has turned them off', async () => {
    const officer = await atWork({}, people.clerk);
    const { page } = officer;
    await officer.goTo('/tai-khoan');
    await officer.click('button', 'Tắt phím một chữ');
    await page.keyboard.type('/?gn');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(pathOf(page)).toBe('/tai-khoan');
    await page.keyboard.press('Control+k');
    await answer(page, 'Tổng quan');
    expect(officer.troubles).toEqual([]);
  });
});

describe('the keys of the review', () => {
  it('stay still behind the palette and under an input method', async () => {
    const officer = await atWork({}, people.newcomer);
    const { page } = officer;
    await officer.goTo('/du-thao');
    await page.getByLabel('Tệp kế hoạch').setInputFiles(join(productRoot, 'seed/plans/hung-thinh-2025.txt'));
    await officer.click('button', 'Đọc kế hoạch');
    await officer.waitFor('Soát kế hoạch trước khi lưu');
    await page.keyboard.press('ArrowDown');
    const open = page.locator('main li[aria-current="true"] .disclosure-title').first();
    const row = await open.innerText();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Phím tắt' }).getByText('tách tại con trỏ').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await answer(page, 'Tổng quan');
    for (const key of ['Control+ArrowUp', 'Alt+ArrowDown', 'Delete', 'F2']) await page.keyboard.press(key);
    expect(await page.locator(':focus').getAttribute('role')).toBe('combobox');
    await page.keyboard.press('Escape');
    await compose(page, '', ['ArrowDown', 'Delete', 'Enter']);
    await officer.settle();
    expect(await open.innerText()).toBe(row);
    expect(await page.getByRole('button', { name: /Hoàn tác/ }).count()).toBe(0);
    expect(officer.troubles).toEqual([]);
  });
});
