import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { productRoot } from '#platform/config/product-root.ts';
import type { Person } from './page.ts';
import { people } from './people.ts';
import { Stage } from './stage.ts';

const stage = new Stage();

async function atReview(options: { isNarrow?: boolean } = {}): Promise<Person> {
  const officer = await stage.person(options);
  await officer.signIn(people.newcomer);
  await officer.goTo('/du-thao');
  await officer.page
    .getByLabel('Tệp kế hoạch')
    .setInputFiles(join(productRoot, 'seed/plans/hung-thinh-2025.txt'));
  await officer.click('button', 'Đọc kế hoạch');
  await officer.waitFor('Soát kế hoạch trước khi lưu');
  return officer;
}

const openTitle = (officer: Person) =>
  officer.page.locator('main li[aria-current="true"] .disclosure-title').first().innerText();

describe('the review by keyboard', () => {
  it('walks, accepts, cuts, takes back, and leaves letters to the person', async () => {
    const officer = await atReview();
    await officer.press('ArrowDown');
    const first = await openTitle(officer);
    await officer.press('ArrowDown');
    const second = await openTitle(officer);
    expect(second).not.toBe(first);
    await officer.press('ArrowUp');
    expect(await openTitle(officer)).toBe(first);

    await officer.press('F2');
    const field = officer.page.locator('main form textarea[name="task"]');
    const before = await field.inputValue();
    await officer.page.keyboard.press('End');
    await officer.page.keyboard.type(' ddaays laf chuwx goox, nxDelete?');
    expect(await field.inputValue()).toContain('goox, nxDelete?');
    expect(await openTitle(officer)).toBe(first);

    await field.fill(before);
    await field.evaluate(
      (element, at) => {
        (element as unknown as { setSelectionRange(from: number, to: number): void }).setSelectionRange(
          at,
          at,
        );
      },
      before.indexOf(' ', 10),
    );
    await officer.press('Control+Enter');
    expect(await officer.text()).toContain('Đã tách thành hai dòng.');
    await officer.page.locator('main h1').click();
    await officer.press('Control+z');
    expect(await officer.text()).toContain('Đã hoàn tác: tách dòng.');

    await officer.press('Enter');
    expect(await officer.text()).toContain('Đã lưu dòng.');
    expect(await openTitle(officer)).not.toBe(first);
    await officer.press('F3');
    await officer.page.keyboard.type('thanh toan truc tuyen');
    await officer.press('Enter');
    expect(await officer.text()).toMatch(/\d+ dòng có chữ cần tìm/);
    expect(officer.troubles).toEqual([]);
  });

  it('stands on a phone, and so do the ways to begin', async () => {
    const officer = await atReview({ isNarrow: true });
    await officer.page.locator('#doubts a').first().click();
    await officer.settle();
    expect(await officer.page.getByRole('button', { name: 'Lưu dòng này' }).isVisible()).toBe(true);
    await officer.goTo('/du-thao/moi?cach=dan');
    await officer.goTo('/du-thao/moi?cach=trong');
    await officer.click('button', 'Mở bản trống');
    expect(officer.troubles).toEqual([]);
  });
});

describe('the papers of a plan', () => {
  it.each([{ isNarrow: false }, { isNarrow: true }])('open for printing, %o', async (options) => {
    const officer = await stage.person(options);
    await officer.signIn(people.focal);
    await officer.goTo('/ke-hoach');
    await officer.page.locator('main tbody a').first().click();
    await officer.settle();
    await officer.click('link', 'Nguyên văn bản đã ban hành');
    for (const name of ['Văn bản kế hoạch', 'Nhiệm vụ theo đơn vị']) {
      await officer.click('link', name);
      expect(await officer.text()).toContain('Độc lập - Tự do - Hạnh phúc');
      await officer.page.goBack();
      await officer.settle();
    }
    expect(officer.troubles).toEqual([]);
  });
});

it('a row is left while it is typed into: what was typed is offered where the row is opened again', async () => {
  const officer = await atReview();
  await officer.press('ArrowDown');
  const first = officer.page.url();
  const product = officer.page.locator('main form textarea[name="product"]');
  await product.fill('Sản phẩm viết dở');
  // The next row takes its place without the page being loaded anew, sooner than the script keeps by itself.
  await officer.page.locator('main h1').click();
  await officer.press('ArrowDown');
  expect(officer.page.url()).not.toBe(first);
  await officer.press('ArrowUp');
  await officer.click('link', 'Tiếp tục');
  expect(await product.inputValue()).toBe('Sản phẩm viết dở');
  await officer.click('button', 'Lưu dòng này');
  await officer.page.goto(first);
  expect(await product.inputValue()).toBe('Sản phẩm viết dở');
  expect(await officer.text()).not.toContain('viết dở lúc');
  expect(officer.troubles).toEqual([]);
});
