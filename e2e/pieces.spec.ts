import { describe, expect, it } from 'vitest';
import type { Person } from './page.ts';
import { people } from './people.ts';
import { Stage } from './stage.ts';

const stage = new Stage();

/** The way in is checked by other journeys. */
async function atWork(options: { hasScript?: boolean; isNarrow?: boolean } = {}): Promise<Person> {
  const officer = await stage.person(options);
  const { page } = officer;
  await page.goto(`${stage.address}/dang-nhap`);
  await page.getByLabel('Tên đăng nhập').fill(people.focal);
  await page.getByLabel('Mật khẩu').fill('sauro-demo');
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  return officer;
}

async function atAssigning(options: { hasScript?: boolean } = {}): Promise<Person> {
  const officer = await atWork(options);
  const { page } = officer;
  await page.goto(`${stage.address}/nhiem-vu?sau-ro=chua-giao`);
  const address = await page.locator('main tbody a[href^="/nhiem-vu/"]').first().getAttribute('href');
  await page.goto(`${stage.address}${address}/giao`);
  return officer;
}

describe('choosing an officer among many', () => {
  it('goes by letters without marks, by keyboard alone, and sends what was chosen', async () => {
    const { page, troubles } = await atAssigning();
    const field = page.getByRole('combobox').first();
    await field.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('nguyen');
    const rows = page.getByRole('option');
    const names = await rows.allInnerTexts();
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name.normalize('NFD').replaceAll(/\p{M}/gu, '')).toMatch(/\bNguyen\b/);
    const second = names[1] ?? names[0] ?? '';
    await page.keyboard.press('ArrowDown');
    const active = await field.getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).innerText()).toBe(second);
    await page.keyboard.press('Enter');
    expect([await field.inputValue(), await field.getAttribute('aria-expanded')]).toEqual([second, 'false']);
    const select = page.locator('select[name="assignee"]');
    expect(await select.locator('option:checked').innerText()).toBe(second);
    expect(troubles).toEqual([]);
  });

  it('leaves the keys of a composition to the input method, and takes back what matches nobody', async () => {
    const { page } = await atAssigning();
    const field = page.getByRole('combobox').first();
    const before = await field.inputValue();
    await field.focus();
    await page.keyboard.press('Control+A');
    const input = await page.context().newCDPSession(page);
    await input.send('Input.imeSetComposition', { text: 'dduwow', selectionStart: 6, selectionEnd: 6 });
    await field.evaluate((element) => {
      element.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, cancelable: true, bubbles: true }),
      );
    });
    expect(await field.inputValue()).toBe('dduwow');
    await input.send('Input.insertText', { text: 'zzzz' });
    expect(await page.locator('.combobox-none').innerText()).toBe('Không có dòng nào khớp');
    await page.keyboard.press('Escape');
    expect([await field.inputValue(), await page.getByRole('option').count()]).toEqual([before, 0]);
  });

  it('is a plain list without script', async () => {
    const { page } = await atAssigning({ hasScript: false });
    const select = page.getByLabel('Người thực hiện').first();
    expect(await select.evaluate((element) => element.tagName)).toBe('SELECT');
  });
});

describe('a list on a phone', () => {
  const boxOf = async (page: Person['page'], selector: string) => {
    const box = await page.locator(selector).boundingBox();
    if (!box) throw new Error(`${selector} is not drawn`);
    return { top: box.y, bottom: box.y + box.height, left: box.x, right: box.x + box.width };
  };

  it.each([true, false])(
    'shows its first record at once and folds the rest, script %s',
    async (hasScript) => {
      const { page } = await atWork({ isNarrow: true, hasScript });
      await page.goto(`${stage.address}/nhiem-vu?trang-thai=open&xep=han`);
      expect((await boxOf(page, 'tbody tr:first-child th')).bottom).toBeLessThan(740);
      expect(await page.getByLabel('Trạng thái').isVisible()).toBe(false);
      const opener = page.locator('summary', { hasText: 'Bộ lọc và công cụ' });
      expect(await opener.innerText()).toContain('đang lọc theo 1 điều kiện');
      await opener.focus();
      await page.keyboard.press('Enter');
      expect(await page.getByLabel('Trạng thái').isVisible()).toBe(true);
      expect(await page.getByRole('link', { name: 'Xuất tệp' }).isVisible()).toBe(true);
    },
  );

  it('keeps what is done with ticked rows off the first and the last card, and boxes beside titles', async () => {
    const { page } = await atWork({ isNarrow: true });
    await page.goto(`${stage.address}/nhiem-vu`);
    const check = await boxOf(page, 'tbody tr:first-child .row-check');
    const title = await boxOf(page, 'tbody tr:first-child th');
    expect(check.right).toBeLessThanOrEqual(title.left + 4);
    expect(check.top).toBeLessThan(title.bottom);
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    const lastUnticked = await boxOf(page, 'tbody tr:last-child');
    expect((await boxOf(page, '.pagination')).top).toBeGreaterThanOrEqual(lastUnticked.bottom);
    await page.locator('tbody tr:first-child .row-check').click();
    await page.evaluate('scrollTo(0, 0)');
    const firstCard = await boxOf(page, 'tbody tr:first-child');
    expect((await boxOf(page, '.bulk-bar')).top).toBeGreaterThanOrEqual(firstCard.bottom);
    await page.evaluate('scrollTo(0, 600)');
    expect((await boxOf(page, '.bulk-bar')).bottom).toBeLessThanOrEqual(740);
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    const lastCard = await boxOf(page, 'tbody tr:last-child');
    expect((await boxOf(page, '.bulk-bar')).top).toBeGreaterThanOrEqual(lastCard.bottom);
  });
});
