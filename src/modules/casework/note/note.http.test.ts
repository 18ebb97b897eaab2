import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { testSite, type Visitor } from '../../../entry/testing.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let focal: Visitor;
let auditor: Visitor;
let task: string;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  [focal, auditor] = [site.visitor(), site.visitor()];
  await focal.signIn(home.signIn('focal'));
  await auditor.signIn(home.signIn('auditor'));
  const planted = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(ctx, [{ title: 'Rà soát' }]),
  );
  task = `/nhiem-vu/${planted.ids[0]}`;
});

const nameOf = (role: Parameters<typeof home.signIn>[0]) => home.people.get(home.signIn(role))?.name ?? '';

describe('notes on the page of a task', () => {
  it('are written there, and stand in its history', async () => {
    const form = (await focal.get(task)).form('Gửi ghi chú');
    const back = await focal.post(form.action, {
      ...form.values,
      text: `Nhờ @${nameOf('leader')}\nxem giúp`,
    });
    expect(back.text).toContain('Đã gửi ghi chú.');
    const history = back.page.querySelector('#history');
    expect(history?.textContent).toContain(`Ghi chú · ${nameOf('focal')}`);
    expect(history?.querySelector('.timeline-said b')?.textContent).toBe(`@${nameOf('leader')}`);
    expect(back.text).toContain('được nhắc trong ghi chú');
  });

  it('come back with what was typed and a sentence, where a name is nobody’s', async () => {
    const answer = await focal.post(`${task}/ghi-chu/moi`, { text: 'Nhờ @Ông Không Tên' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Không có cán bộ nào tên “Ông Không Tên”');
    expect(answer.form('Gửi ghi chú').values.text).toBe('Nhờ @Ông Không Tên');
  });

  it.each(['', ' \n ', 'x'.repeat(2_001), 'a\u202eb'])('refuse %j', async (text) => {
    const answer = await focal.post(`${task}/ghi-chu/moi`, { text });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('nhiều nhất 2.000 ký tự');
  });

  it('run nothing that was typed into them', async () => {
    const script = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    const back = await focal.post(`${task}/ghi-chu/moi`, { text: script });
    expect(back.page.querySelector('#history')?.textContent).toContain(script);
    expect(back.page.querySelector('#history script, #history img')).toBeNull();
  });

  it('are edited, kept as they were, removed and brought back', async () => {
    await focal.post(`${task}/ghi-chu/moi`, { text: 'Bản một' });
    const note = (await focal.get(task)).page
      .querySelector('#history a[href*="/ghi-chu/"]')
      ?.getAttribute('href');
    const form = (await focal.get(note ?? '')).form('Lưu ghi chú');
    await focal.post(form.action, { ...form.values, text: 'Bản hai' });
    const page = await focal.get(note ?? '');
    expect(page.text).toMatch(/Lần 2 · đang dùng.*Bản hai.*Lần 1.*Bản một/s);
    const removed = await focal.post(`${note}/xoa`, {});
    expect(removed.page.querySelector('#history')?.textContent).not.toContain('Bản hai');
    const restored = await focal.post(removed.form('Hoàn tác').action, removed.form('Hoàn tác').values);
    expect(restored.page.querySelector('#history')?.textContent).toContain('Bản hai');
  });

  it('are read by who sees the task, and written by whose role says so', async () => {
    const page = await auditor.get(task);
    expect(page.text).toContain('Bản hai');
    expect(page.page.querySelector('#note')).toBeNull();
    expect((await auditor.post(`${task}/ghi-chu/moi`, { text: 'x' })).status).toBe(403);
  });
});

describe('following a task', () => {
  it('puts it under “Tôi theo dõi”', async () => {
    const form = (await auditor.get(task)).form('Theo dõi');
    const followed = await auditor.post(form.action, form.values);
    expect(followed.text).toContain('Đã theo dõi.');
    const list = await auditor.get((await auditor.get('/nhiem-vu')).link('Tôi theo dõi'));
    expect(list.text).toContain('Rà soát');
    const stopped = await auditor.post(followed.form('Thôi theo dõi').action, {});
    expect(stopped.text).toContain('Đã thôi theo dõi.');
  });
});
