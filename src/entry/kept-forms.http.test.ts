import { beforeAll, describe, expect, it } from 'vitest';
import { officerImportLink } from '#modules/directory/links.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { draftDeedLink, draftLink, startLink } from '#modules/planning/links.ts';
import { readPlanNow } from '#modules/planning/plan-draft/jobs.server.ts';
import { listRows } from '#modules/planning/plan-draft/queries.server.ts';
import { keepFormLink } from '#modules/workbench/links.ts';
import { type Screen, testSite, type Visitor } from './testing.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let draft: Awaited<ReturnType<typeof readPlanNow>>;
let taskRow: string | undefined;

const paper =
  'KẾ HOẠCH\nCải cách hành chính năm 2026\nSTT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian\n1\tRà soát thủ tục\tBáo cáo\tPhòng Kinh tế\tQuý II/2026\n';

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  const focal = home.signIn('focal');
  draft = await readPlanNow((mode, work) => home.as(focal, mode, work), {
    fileName: 'ke-hoach.txt',
    bytes: Buffer.from(paper),
  });
  const read = await home.as(focal, 'read', (ctx) => listRows(ctx, draft));
  taskRow = read.find(({ kind }) => kind === 'task')?.id;
});

async function at(who: 'admin' | 'focal'): Promise<Visitor> {
  const visitor = site.visitor();
  await visitor.signIn(home.signIn(who));
  return visitor;
}

/** Does what the script of the page does: keeps what stands in the form of the button, changed so. */
async function keep(who: Visitor, screen: Screen, button: string, changes: Record<string, string>) {
  const form = screen.form(button);
  const answer = await who.post(keepFormLink, { '_bieu-mau': form.action, ...form.values, ...changes });
  expect(JSON.parse(answer.body)).toMatchObject({ kept: true });
}

/** The page as another device of the same person goes on with it. */
async function goOn(who: 'admin' | 'focal', path: string): Promise<[Visitor, Screen]> {
  const phone = await at(who);
  const found = await phone.get(path);
  expect(found.text).toContain('Bản đang viết dở lúc');
  return [phone, await phone.get(found.link('Tiếp tục'))];
}

describe('the long forms around a plan and a list of officers', () => {
  it('a row of a review is gone on with elsewhere, and its conflict is still seen', async () => {
    const desk = await at('focal');
    const path = draftLink(draft, { loai: 'task', dong: taskRow });
    await keep(desk, await desk.get(path), 'Lưu dòng này', {
      product: 'Báo cáo đang viết',
      note: 'Ghi chú dở',
    });
    const [phone, page] = await goOn('focal', path);
    expect(page.value('Sản phẩm')).toBe('Báo cáo đang viết');
    expect(page.value('Ghi chú')).toBe('Ghi chú dở');

    // Somebody saves the row meanwhile: what was kept began before that.
    const other = await desk.get(path);
    await desk.submit(other, 'Lưu dòng này', { product: 'Báo cáo của người khác' });
    const both = await phone.submit(page, 'Lưu dòng này');
    expect(both.status).toBe(409);
    expect(both.text).toContain('Báo cáo của người khác');
    expect(both.text).toContain('Báo cáo đang viết');
  });

  it('the code of a section is kept with the rest of its row', async () => {
    const desk = await at('focal');
    await desk.post(draftDeedLink(draft, 'them'), { kind: 'section' });
    const added = await home.as(home.signIn('focal'), 'read', (ctx) => listRows(ctx, draft));
    const path = draftLink(draft, {
      loai: 'section',
      dong: added.find(({ kind }) => kind === 'section')?.id,
    });
    await keep(desk, await desk.get(path), 'Lưu dòng này', { code: 'IX' });
    const [, page] = await goOn('focal', path);
    expect(page.form('Lưu dòng này').values.code).toBe('IX');
  });

  it('the facts of a draft unfold when something was kept of them', async () => {
    const desk = await at('focal');
    await keep(desk, await desk.get(draftLink(draft)), 'Lưu thông tin chung', {
      title: 'Kế hoạch đang viết',
    });
    const [phone, page] = await goOn('focal', draftLink(draft));
    expect(page.value('Tên kế hoạch')).toBe('Kế hoạch đang viết');
    await phone.submit(page, 'Lưu thông tin chung');
    expect((await phone.get(draftLink(draft))).text).not.toContain('viết dở');
  });

  it('a pasted plan of many pages is kept', async () => {
    const desk = await at('focal');
    const text = `${paper}${'2\tCông khai thủ tục hành chính\tBáo cáo\tPhòng Kinh tế\tQuý III/2026\n'.repeat(2_000)}`;
    const page = await desk.get(startLink({ cach: 'dan' }));
    await keep(desk, page, 'Đọc văn bản đã dán', { text });
    const [, goneOn] = await goOn('focal', startLink({ cach: 'dan' }));
    expect(goneOn.form('Đọc văn bản đã dán').values.text?.replaceAll('\r\n', '\n')).toBe(text.trim());
  });

  it('the preview of a list of officers is kept, and forgotten when the list is entered', async () => {
    const desk = await at('admin');
    const list = 'Họ và tên\tChức vụ\tĐơn vị\nNgô Thị Dở\tChuyên viên\tPhòng Kinh tế';
    const preview = await desk.submit(await desk.get(officerImportLink), 'Xem trước', { list });
    expect(preview.body).toContain('data-keep-at-once');
    await keep(desk, preview, 'Xem lại sau khi sửa', { list: list.replace('Dở', 'Dang Dở') });
    const [phone, goneOn] = await goOn('admin', officerImportLink);
    expect(goneOn.form('Xem trước').values.list).toContain('Ngô Thị Dang Dở');
    const again = await phone.submit(goneOn, 'Xem trước');
    await phone.submit(again, 'Nhập cả danh sách');
    expect((await phone.get(officerImportLink)).text).not.toContain('viết dở');
  });
});
