import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { recordAbsence } from '#modules/directory/absence/commands.server.ts';
import { askDueChange } from '#modules/planning/due-change/commands.server.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { newId } from '#platform/db/id.ts';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { myWorkLink, noticesLink } from '../links.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let leader: Visitor;
let officer: Visitor;
let tasks: readonly string[];

const idOf = (role: 'leader' | 'officer' | 'unit-head') =>
  home.people.get(home.signIn(role))?.officerId ?? null;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  const both = { assigneeId: idOf('officer'), approverId: idOf('leader'), product: 'Báo cáo' };
  const planted = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(ctx, [
      { ...both, title: 'Rà soát thủ tục', stage: 'submitted', dueOn: '2026-05-29' },
      { ...both, title: 'Công khai ngân sách', stage: 'submitted', dueOn: '2026-05-28' },
      { ...both, title: 'Tập huấn chữ ký số', stage: 'assigned', dueOn: '2026-06-30' },
    ]),
  );
  tasks = planted.ids;
  [leader, officer] = [site.visitor(), site.visitor()];
  await leader.signIn(home.signIn('leader'));
  await officer.signIn(home.signIn('officer'));
});

describe('the inbox', () => {
  it('approves in its row, comes back, and takes the slip of a finger back', async () => {
    const inbox = await leader.get(myWorkLink());
    expect(inbox.text).toContain('2 việc chờ anh, chị');
    expect(inbox.text).toContain('Báo cáo 31/BC-UBND');
    const approved = await leader.submit(inbox, 'Duyệt');
    expect(approved.address).toBe(myWorkLink());
    expect(approved.text).not.toContain('Công khai ngân sách');
    const undone = await leader.submit(approved, 'Hoàn tác');
    expect(undone.text).toContain('Đã lấy lại');
    expect((await leader.get(myWorkLink())).text).toContain('Công khai ngân sách');
    const again = await leader.post(approved.form('Hoàn tác').action, {});
    expect(again.text).toContain('không lấy lại được');
  });

  it('asks for the reason of sending back, keeps the way back to the inbox, and tells the officer', async () => {
    const inbox = await leader.get(myWorkLink('approve'));
    const asked = await leader.submit(inbox, 'Trả lại');
    expect(asked.status).toBe(422);
    const sent = await leader.submit(asked, 'Trả lại', { text: 'Thiếu số liệu quý I' });
    expect(sent.address).toBe(myWorkLink('approve'));
    const own = await officer.get(myWorkLink());
    expect(own.text).toContain('Trả lại cho tôi');
    expect(own.text).toContain('Thiếu số liệu quý I');
    expect(own.hasLink('Thông báo, 2 tin chưa đọc')).toBe(true);
    const told = await officer.get(noticesLink());
    const opened = await officer.submit(told, /^Mở: /);
    expect(opened.address).toMatch(/^\/nhiem-vu\//);
    expect(opened.hasLink('Thông báo, 1 tin chưa đọc')).toBe(true);
    const all = await officer.submit(await officer.get(noticesLink()), 'Đánh dấu đã đọc tất cả');
    expect(all.text).toContain('Đã đọc hết');
    expect((await officer.get(noticesLink({ xem: 'tat-ca' }))).hasLink(/Công khai|Rà soát/)).toBe(true);
  });

  it('accepts in its row; a form that leads elsewhere leads to the task', async () => {
    const inbox = await officer.get(myWorkLink());
    const { action, values } = inbox.form('Nhận việc');
    const odd = await officer.post(action, { ...values, ve: 'https://evil.example/' });
    expect(odd.address).toBe(action.replace('/nhan', ''));
    expect((await officer.get(myWorkLink())).text).toContain('Việc đang làm, hạn sau');
  });

  it('answers a request for another deadline in its row, in the place of an absent approver too', async () => {
    const officerIds = (['leader', 'unit-head'] as const).map(idOf);
    await home.as(home.signIn('officer'), 'write', (ctx) =>
      askDueChange(ctx, tasks[2] ?? '', { dueOn: plainDate('2026-07-31'), text: 'Chờ hướng dẫn của tỉnh' }),
    );
    await home.as(home.signIn('admin'), 'write', async (ctx) => {
      const [officerId = '', substituteId = ''] = officerIds.map((id) => id ?? '');
      const today = ctx.clock.today();
      await recordAbsence(ctx, { officerId, substituteId, fromOn: today, toOn: today, reason: 'Đi họp' });
    });
    const substitute = site.visitor();
    await substitute.signIn(home.signIn('unit-head'));
    const inbox = await substitute.get(myWorkLink());
    expect(inbox.text).toContain('Làm thay Người leader');
    expect(inbox.text).toContain('Chờ hướng dẫn của tỉnh');
    expect((await leader.get(myWorkLink())).text).toContain('xin đổi 30/06/2026 thành 31/07/2026');
    const granted = await substitute.submit(inbox, 'Đồng ý đổi hạn');
    expect(granted.address).toBe(myWorkLink());
    expect((await leader.get(myWorkLink())).text).not.toContain('xin đổi');
    expect((await officer.get(noticesLink())).text).toContain('Đã đổi hạn');
  });

  it('shows the head of a coordinating unit what is asked of it, until somebody is in charge', async () => {
    const own = home.units.get('Phòng Văn hóa - Xã hội') ?? '';
    await home.as(home.signIn('focal'), 'write', (ctx) =>
      plantTasks(ctx, [{ title: 'Tổng hợp số liệu', stage: 'in-progress', coordinatingUnitIds: [own] }]),
    );
    const head = site.visitor();
    await head.signIn(home.signIn('unit-head'));
    const inbox = await head.get(myWorkLink());
    expect(inbox.text).toContain('Chờ đơn vị tôi phối hợp');
    expect(inbox.text).toContain('Tổng hợp số liệu');
    const part = await head.get(inbox.link('Trả lời phần phối hợp'));
    await head.submit(part, 'Nhận phần việc', { officer: idOf('unit-head') ?? '' });
    expect((await head.get(myWorkLink())).text).toContain('Tổng hợp số liệu');
    expect((await officer.get(myWorkLink())).text).not.toContain('Tổng hợp số liệu');
  });

  it('says that nothing waits, and takes odd parts and notices for what they are', async () => {
    const clerk = site.visitor();
    await clerk.signIn(home.signIn('clerk'));
    expect((await clerk.get(myWorkLink())).text).toContain('Không có việc nào đang chờ');
    expect((await clerk.get(myWorkLink('khong-co'))).status).toBe(404);
    expect((await clerk.post(`/thong-bao/${newId()}/mo`, {})).status).toBe(404);
    expect((await clerk.get(noticesLink({ truoc: newId(), xem: 'x' }))).status).toBe(200);
  });
});
