import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { lookAt } from './look-at-page.ts';
import type { Person } from './page.ts';
import { people } from './people.ts';
import { Stage } from './stage.ts';

const stage = new Stage();
let person: Person;
let page: Page;

beforeAll(async () => {
  person = await stage.person();
  await person.signIn(people.focal);
  ({ page } = person);
});

describe.each([
  '/nhiem-vu?kieu=cot',
  '/nhiem-vu?kieu=lich&luc=2026-12',
  '/nhiem-vu?kieu=lich-nam&luc=2026-05',
  '/nhiem-vu?kieu=tien-do',
  '/nhiem-vu?kieu=tien-do&nhom=don-vi&thang-do=tuan',
  '/nhiem-vu?nhom=truc',
])('%s', (address) => {
  it('stands at every width, light and dark, by keyboard', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(stage.address + address);
    expect([...(await lookAt(page)), ...person.troubles]).toEqual([]);
  });
});

describe('a card that is dragged', () => {
  const countAt = (step: string) => page.locator(`#bang-${step} header a`).innerText();
  const drag = (from: string, to: string) =>
    page
      .locator(`#bang-${from} .board-card`)
      .first()
      .dragTo(page.locator(`#bang-${to}`), { targetPosition: { x: 40, y: 16 } });

  beforeAll(async () => {
    await page.setViewportSize({ width: 1920, height: 1000 });
    await page.goto(`${stage.address}/nhiem-vu?kieu=cot`);
  });

  it('does the deed that leads to the column', async () => {
    const before = Number(await countAt('accepted'));
    await drag('assigned', 'accepted');
    await page.getByText('Đã nhận việc.').waitFor();
    expect(Number(await countAt('accepted'))).toBe(before + 1);
  });

  it('stays where the life has no such way, and the board says so', async () => {
    const before = await countAt('assigned');
    await drag('assigned', 'done');
    const said = page.locator('[data-board-said]');
    expect(await said.innerText()).toContain('không chuyển thẳng sang “Hoàn thành”');
    expect(await countAt('assigned')).toBe(before);
  });
});
