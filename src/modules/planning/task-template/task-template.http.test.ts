import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { plantTasks } from '../task/fixtures.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let focal: Visitor;
let task: string;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  focal = await signedIn('focal');
  const { ids } = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(ctx, [
      {
        title: 'Báo cáo quý II',
        stage: 'in-progress',
        dueOn: '2026-06-30',
        code: 'II.3',
        product: 'Báo cáo',
      },
    ]),
  );
  task = `/nhiem-vu/${ids[0]}`;
});

async function signedIn(role: Parameters<typeof home.signIn>[0]) {
  const visitor = site.visitor();
  await visitor.signIn(home.signIn(role));
  return visitor;
}

const whole = { title: 'Báo cáo năm', due: '10' };
const steps = {
  'v1-title': 'Thu số liệu',
  'v1-due': '3',
  'v2-title': 'Trình ký',
  'v2-due': '8',
  'v2-after': '1',
};

describe('the form of a template', () => {
  it('keeps what was typed beside each sentence, and stores it when it fits', async () => {
    const list = await focal.get((await focal.get('/nhiem-vu')).link('Mẫu việc'));
    expect(list.text).toContain('Chưa có mẫu nào');
    const form = await focal.get('/mau-nhiem-vu/moi');
    const wrong = await focal.submit(form, 'Lưu mẫu', {
      ...whole,
      ...steps,
      'v1-due': 'mười',
      'v2-due': '-1',
    });
    expect([wrong.status, wrong.text.includes('Việc con 1: Ghi số ngày làm việc')]).toEqual([422, true]);
    expect(wrong.page.querySelector('[name="v1-due"]')?.getAttribute('value')).toBe('mười');
    const late = await focal.submit(wrong, 'Lưu mẫu', { ...whole, ...steps, 'v2-due': '12' });
    expect(late.text).toContain(
      'Việc con 2 có hạn sau 12 ngày làm việc, muộn hơn hạn của nhiệm vụ (10 ngày).',
    );
    const round = await focal.submit(late, 'Lưu mẫu', { ...whole, ...steps, 'v1-after': '2' });
    expect(round.text).toContain('Các việc con chờ nhau thành vòng: 1 → 2 → 1.');
    const lost = await focal.submit(round, 'Lưu mẫu', {
      ...whole,
      ...steps,
      'v1-after': '',
      'v2-after': '9',
    });
    expect(lost.text).toContain('không có việc số 9');
    const kept = await focal.submit(lost, 'Lưu mẫu', { ...whole, ...steps, 'v1-after': '' });
    expect([kept.heading, kept.text.includes('Đã lưu mẫu.')]).toEqual(['Báo cáo năm', true]);
    expect(kept.text).toContain('2. Trình ký');
  });

  it('gives room for more, and drops what was emptied with the numbers behind it', async () => {
    const form = await focal.get('/mau-nhiem-vu/moi');
    const more = await focal.submit(form, 'Thêm việc con', {
      title: 'Chuỗi việc',
      'v1-title': 'Một',
      'v2-title': '',
      'v3-title': 'Ba',
      'v3-after': '1, 2',
    });
    const value = (name: string) => more.page.querySelector(`[name="${name}"]`)?.getAttribute('value');
    expect([value('v2-title'), value('v2-after')]).toEqual(['Ba', '1']);
    expect(more.page.querySelectorAll('[name$="-title"]')).toHaveLength(5);
  });

  it('begins as one that comes with the product, with its source', async () => {
    const list = await focal.get('/mau-nhiem-vu');
    const form = await focal.get(list.link('Chép về mẫu Tự chấm điểm Chỉ số cải cách hành chính'));
    const kept = await focal.submit(form, 'Lưu mẫu');
    expect(kept.text).toContain('Kế hoạch CCHC năm 2026 xã Dân Hòa, mục 1.4');
    expect(kept.text).toContain('5. Trình ký và gửi báo cáo tự chấm điểm');
  });

  it('shows both versions when somebody else saved first', async () => {
    const list = await focal.get('/mau-nhiem-vu?ten=Báo cáo năm');
    const address = list.link('Báo cáo năm');
    const mine = await focal.get(`${address}/sua`);
    const leader = await signedIn('leader');
    await leader.submit(await leader.get(`${address}/sua`), 'Lưu mẫu', {
      'v1-title': 'Thu số liệu các thôn',
    });
    const both = await focal.submit(mine, 'Lưu mẫu', { 'v1-title': 'Gom số liệu' });
    expect(both.status).toBe(409);
    expect(both.text).toContain('Thu số liệu các thôn');
    expect(both.text).toContain('Gom số liệu');
    const saved = await focal.submit(both, 'Lưu lựa chọn');
    expect(saved.text).toContain('Phiên bản 3');
  });
});

describe('making from a template', () => {
  it('shows real days, keeps what was typed, makes all at once, and takes all back', async () => {
    const choice = await focal.get((await focal.get(task)).link('Tạo việc con từ mẫu'));
    const preview = await focal.get(`${choice.link('Báo cáo năm')}?tu=04/05/2026`);
    const value = (name: string) => preview.page.querySelector(`[name="${name}"]`)?.getAttribute('value');
    expect([value('v1-due'), value('v2-due')]).toEqual(['07/05/2026', '14/05/2026']);
    const late = await focal.submit(preview, 'Tạo các việc này', {
      'v2-due': '01/07/2026',
      'v1-title': 'Thu',
    });
    expect(late.text).toContain('Việc con 2 có hạn 01/07/2026, sau hạn nhiệm vụ lớn 30/06/2026.');
    expect(late.page.querySelector('[name="v1-title"]')?.getAttribute('value')).toBe('Thu');
    const made = await focal.submit(late, 'Tạo các việc này', { 'v2-due': '15/05/2026' });
    expect(made.text).toContain('Đã tạo 2 việc từ mẫu.');
    const part = await focal.get(made.link('Trình ký'));
    expect(part.text).toContain('Tạo từ mẫu');
    const back = await focal.submit(made, 'Hoàn tác');
    expect(back.text).toContain('Đã hoàn tác: bỏ 2 việc vừa tạo.');
    expect((await focal.get(task)).hasLink('Trình ký')).toBe(false);
  });

  it('counts back from the deadline of the larger task, and says so where a day is none', async () => {
    const choice = await focal.get(`${task}/tu-mau`);
    const address = choice.link('Báo cáo năm');
    const fromDue = await focal.get(`${address}?moc=han`);
    expect(fromDue.text).toContain('Bắt đầu 16/06/2026');
    expect((await focal.get(`${address}?tu=31/02/2026`)).text).toContain('Ghi ngày theo dạng ngày/tháng/năm');
  });

  it('sent twice makes the tasks once', async () => {
    const choice = await focal.get(`${task}/tu-mau`);
    const preview = await focal.get(choice.link('Báo cáo năm'));
    const first = await focal.submit(preview, 'Tạo các việc này', { 'v2-skip': '1' });
    const second = await focal.submit(preview, 'Tạo các việc này', { 'v2-skip': '1' });
    expect([first.address, second.address]).toEqual([task, task]);
    expect((await focal.get(task)).text).toContain('Xong 0/1');
  });

  it('enters a task from above with its parts', async () => {
    const list = await focal.get('/mau-nhiem-vu?ten=Báo cáo năm');
    const template = await focal.get(list.link('Báo cáo năm'));
    const form = await focal.get(`${template.link('Tạo việc từ mẫu')}?tu=04/05/2026`);
    const wrong = await focal.submit(form, 'Tạo các việc này', { on: '04/05/2026', issuer: 'Tỉnh' });
    expect([wrong.status, wrong.text.includes('Ghi số, ký hiệu văn bản')]).toEqual([422, true]);
    const made = await focal.submit(wrong, 'Tạo các việc này', { number: '77/UBND' });
    expect([made.heading, made.text.includes('Đã tạo 3 việc từ mẫu.')]).toEqual(['Báo cáo năm', true]);
    expect(made.text).toContain('77/UBND');
  });

  it('is closed to who may only read', async () => {
    const auditor = await signedIn('auditor');
    const list = await auditor.get('/mau-nhiem-vu');
    expect([list.status, list.hasLink('Viết mẫu mới')]).toEqual([200, false]);
    expect((await auditor.get(`${task}/tu-mau`)).status).toBe(403);
    expect((await auditor.get('/mau-nhiem-vu/moi')).status).toBe(403);
  });
});

describe('a task that is kept as a template', () => {
  it('begins the form with what it says, and a deleted template comes back from the notice', async () => {
    const form = await focal.get((await focal.get(task)).link('Lưu thành mẫu'));
    expect(form.text).toContain('Lấy từ nhiệm vụ II.3.');
    const kept = await focal.submit(form, 'Lưu mẫu', { title: 'Mẫu của quý' });
    const gone = await focal.submit(kept, 'Xóa mẫu');
    expect([gone.address, gone.text.includes('Đã xóa mẫu')]).toEqual(['/mau-nhiem-vu', true]);
    expect((await focal.submit(gone, 'Hoàn tác')).heading).toBe('Mẫu của quý');
  });
});
