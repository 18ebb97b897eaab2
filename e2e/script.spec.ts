import type { BrowserContext } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openContext } from './page.ts';
import { password } from './people.ts';
import { Stage } from './stage.ts';

/** Each would call the canary, were it ever more than text. */
const payload = `"><img src=x onerror="canary()"><script>canary()</script><svg onload=canary()>' onfocus='canary()`;

const stage = new Stage();

/** A browser that tells when the canary sings; without the content policy, so that escaping alone must hold. */
async function listeningContext(heard: string[], bypassCSP: boolean): Promise<BrowserContext> {
  const context = await openContext(stage.browser, { bypassCSP });
  await context.exposeFunction('canary', () => void heard.push('sang'));
  // A page that asks whether it may be left is left.
  context.on('page', (page) => page.on('dialog', (dialog) => void dialog.accept()));
  return context;
}

describe('a script that somebody typed', () => {
  it('never runs, on the page that takes it or on those that show it, even without the content policy', async () => {
    const heard: string[] = [];
    const context = await listeningContext(heard, true);
    const page = await context.newPage();
    await page.goto(`${stage.address}/dang-nhap`);
    await page.getByLabel('Tên đăng nhập').fill('dongky.quantri');
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await page.waitForURL(/tong-quan/);
    for (const [path, button] of [
      ['/quan-tri/don-vi/moi', /Lưu|Thêm|Tạo/],
      ['/quan-tri/vai-tro/moi', /Lưu|Thêm|Tạo/],
      ['/quan-tri/can-bo/moi', /Lưu|Thêm|Tạo/],
    ] as const) {
      await page.goto(stage.address + path);
      for (const field of await page
        .locator('main input[type=text], main input:not([type]), main textarea')
        .all())
        await field.fill(payload.slice(0, 79));
      // The answer is a page of its own, and what would sing has sung by the time that it has loaded.
      await Promise.all([
        page.waitForEvent('load'),
        page.locator('main form').getByRole('button', { name: button }).first().click(),
      ]);
    }
    const query = encodeURIComponent(payload);
    for (const path of [
      '/quan-tri/don-vi',
      '/quan-tri/vai-tro',
      '/quan-tri/can-bo',
      '/quan-tri/vang-mat',
      '/tong-quan',
      `/nhiem-vu?tim=${query}`,
      `/quan-tri/can-bo?tim=${query}`,
      `/?tim=${query}`,
      `/dang-nhap?ve=${query}`,
      `/${query}`,
    ]) {
      await page.goto(stage.address + path);
    }
    expect(await page.evaluate('typeof canary')).toBe('function');
    expect(heard).toEqual([]);
    await context.close();
  });

  it('would not run with the content policy, were it on the page', async () => {
    const heard: string[] = [];
    const context = await listeningContext(heard, false);
    const page = await context.newPage();
    await page.goto(`${stage.address}/dang-nhap`);
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(payload)})`);
    await page.evaluate(
      `{ const own = document.createElement('script'); own.textContent = 'canary()'; document.body.append(own); }`,
    );
    await page.evaluate(`setTimeout('canary()', 0)`).catch(() => undefined);
    await page.evaluate(`Promise.all([...document.images].map((image) => image.complete || new Promise((done) => {
      image.addEventListener('load', done);
      image.addEventListener('error', done);
    })))`);
    // Timers come in their order: one that was set later has waited for the one that would sing.
    await page.evaluate('new Promise((done) => setTimeout(done, 10))');
    expect(heard).toEqual([]);
    const shown = await (await openContext(stage.browser)).newPage();
    await shown.setContent(`<iframe src="${stage.address}/dang-nhap"></iframe>`);
    expect(await shown.frames()[1]?.content()).not.toContain('Mật khẩu');
    await shown.context().close();
    await context.close();
  });
});
