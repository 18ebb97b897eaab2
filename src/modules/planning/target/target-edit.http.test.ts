import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { keepFormLink } from '#modules/workbench/links.ts';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { targetLink, targetsLink } from '../links.ts';
import { plantPapers } from '../plan/fixtures.ts';
import { plantTasks } from '../task/fixtures.ts';
import { listTargetsOfPlan } from './queries.server.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let id: string;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  await home.as(home.signIn('focal'), 'write', async (ctx) => {
    const { planId } = await plantTasks(ctx, [{}]);
    await plantPapers(ctx, planId, { targets: [{ text: 'Hồ sơ đúng hạn' }] });
    id = (await listTargetsOfPlan(ctx, planId))[0]?.id ?? '';
  });
});

async function at(who: 'focal' | 'officer'): Promise<Visitor> {
  const visitor = site.visitor();
  await visitor.signIn(home.signIn(who));
  return visitor;
}

describe('the page of a target', () => {
  it('is reached from the list, tells its history, and is edited and taken back from there', async () => {
    const focal = await at('focal');
    const page = await focal.get((await focal.get(targetsLink())).link('Hồ sơ đúng hạn'));
    expect(page.text).toContain('Chưa sửa gì từ khi kế hoạch được ban hành');
    const form = await focal.get(page.link('Sửa chỉ tiêu'));
    expect(form.value('Giá trị')).toBe('98');
    const saved = await focal.submit(form, 'Lưu chỉ tiêu', { value: '98,5', reason: 'Gõ <b>sai</b>' });
    expect(saved.text).toContain('từ 98,5');
    expect(saved.text).toContain('Gõ <b>sai</b>');
    expect(saved.body).not.toContain('<b>sai</b>');
    expect(saved.text).toContain('Trước đó: Hồ sơ đúng hạn');
    const undone = await focal.submit(saved, 'Hoàn tác');
    expect(undone.text).toContain('Đã lấy lại lần sửa');
    expect(undone.text).toContain('từ 98 %');
  });

  it('says beside each field what is wrong, and keeps what was typed', async () => {
    const focal = await at('focal');
    const form = await focal.get(targetLink(id, 'sua'));
    const wrong = { text: '', value: '98.5', year: '26', operator: '~', reason: '', scope: 'x'.repeat(301) };
    const back = await focal.submit(form, 'Lưu chỉ tiêu', wrong);
    expect(back.status).toBe(422);
    for (const sentence of ['Ghi câu', 'Ghi giá trị bằng chữ số', 'bốn chữ số', 'Chọn cách so', 'Ghi lý do'])
      expect(back.text).toContain(sentence);
    expect(back.value('Giá trị')).toBe('98.5');
    expect((await focal.submit(form, 'Lưu chỉ tiêu', { reason: 'x' })).text).toContain('Chưa có gì khác');
  });

  it('is kept while it is typed into', async () => {
    const focal = await at('focal');
    const page = await focal.get(targetLink(id, 'sua'));
    const { action, values } = page.form('Lưu chỉ tiêu');
    await focal.post(keepFormLink, { '_bieu-mau': action, ...values, metric: 'Tỷ lệ dở' });
    const phone = await at('focal');
    const found = await phone.get(targetLink(id, 'sua'));
    expect((await phone.get(found.link('Tiếp tục'))).value('Thước đo')).toBe('Tỷ lệ dở');
  });

  it('shows no way to edit to whoever may not, and no page to another commune', async () => {
    const officer = await at('officer');
    expect((await officer.get(targetLink(id))).body).not.toContain(targetLink(id, 'sua'));
    expect((await officer.get(targetLink(id, 'sua'))).status).toBe(403);
    const away = await testTenant(site.services);
    const stranger = site.visitor();
    await stranger.signIn(away.signIn('focal'));
    expect((await stranger.get(targetLink(id))).status).toBe(404);
    expect((await stranger.get(targetLink(id, 'sua'))).status).toBe(404);
  });
});
