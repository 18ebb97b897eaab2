import { beforeAll, describe, expect, it } from 'vitest';
import type { Person } from './page.ts';
import { people } from './people.ts';
import { Stage } from './stage.ts';

const stage = new Stage();
let person: Person;

beforeAll(async () => {
  person = await stage.person({ isNarrow: true, hasScript: false });
  await person.signIn(people.focal);
});

describe('a task without a target, on a phone without script', () => {
  it('is linked from the list of gaps; the figure of the target grows by it and opens it', async () => {
    const { page } = person;
    await person.goTo('/muc-tieu');
    const gap = page.getByRole('link', { name: /nhiệm vụ chưa gắn chỉ tiêu/ });
    const before = Number(/\d+/.exec(await gap.innerText())?.[0]);
    await person.click('link', /nhiệm vụ chưa gắn chỉ tiêu/);
    const row = page.locator('tbody tr').first();
    const title = await row.locator('th a').innerText();
    await row.getByRole('link', { name: /^Gắn chỉ tiêu cho nhiệm vụ/ }).click();
    const first = page.locator('#others tbody tr').first();
    const target = await first.locator('th a').innerText();
    const targetAddress = (await first.locator('th a').getAttribute('href')) ?? '';
    await first.getByRole('button').click();
    await page.getByText('Đã gắn nhiệm vụ với chỉ tiêu.').waitFor();

    await person.goTo('/muc-tieu');
    expect(Number(/\d+/.exec(await gap.innerText())?.[0])).toBe(before - 1);
    const figure = page.getByRole('link', { name: new RegExp(`^${escaped(target)}, Nhiệm vụ: `) });
    const counted = Number((await figure.first().innerText()).trim());
    await figure.first().click();
    await page.getByRole('link', { name: title }).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(counted);
    await person.goTo(targetAddress);
    await page.getByRole('link', { name: title }).waitFor();
    expect(person.troubles).toEqual([]);
  });
});

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
