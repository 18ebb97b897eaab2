import { beforeAll, describe, expect, it } from 'vitest';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { remindNow } from '#modules/casework/index.server.ts';
import { remindersLink } from '#modules/casework/links.ts';
import type { BuiltInRole } from '#modules/directory/account/role.ts';
import { leadershipLink, unitLink } from '#modules/directory/links.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { escalationLink, escalationPreviewLink, taskLink } from '#modules/planning/links.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { remindersByUnitLink } from '../links.ts';
import { matterSources } from './matter-sources.server.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let taskId: string;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  const officer = (role: BuiltInRole) => home.people.get(home.signIn(role))?.officerId ?? null;
  const { ids } = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(ctx, [
      {
        title: 'Rà soát thủ tục',
        leadUnitId: home.people.get(home.signIn('unit-head'))?.unitIds[0] ?? null,
        assigneeId: officer('focal'),
        approverId: officer('leader'),
        product: 'Báo cáo',
        dueOn: ctx.clock.today(),
        stage: 'in-progress',
      },
    ]),
  );
  taskId = ids[0] ?? '';
  await remindNow((mode, work) => home.as(home.signIn('admin'), mode, work), matterSources);
});

async function visitor(role: BuiltInRole): Promise<Visitor> {
  const person = site.visitor();
  await person.signIn(home.signIn(role));
  return person;
}

describe('the ledger of reminders', () => {
  it('shows who was told, opens from the page of the task, and counts by unit', async () => {
    const focal = await visitor('focal');
    const task = await focal.get(taskLink(taskId));
    expect(task.text).toMatch(/Đã nhắc 1 lần/);
    const ledger = await focal.get(task.link('Xem trong sổ đôn đốc'));
    expect(ledger.text).toMatch(/Rà soát thủ tục/);
    expect(ledger.text).toMatch(/Nhắc đúng ngày hạn/);
    expect(ledger.text).toMatch(/Chưa mở/);
    const figures = await focal.get(remindersByUnitLink());
    expect((await focal.get(figures.link(/^(?:1|Lần nhắc, .*: 1)$/))).text).toMatch(/Rà soát thủ tục/);
    expect((await focal.get(remindersLink({ tim: 'khong co gi' }))).text).not.toMatch(/Rà soát thủ tục/);
  });

  it('tells when the person opened it', async () => {
    const focal = await visitor('focal');
    const notices = await focal.get('/thong-bao');
    expect(notices.text).toMatch(/Hôm nay đến hạn/);
    await focal.submit(notices, /^Mở/);
    expect((await focal.get(remindersLink({ 'da-mo': 'co' }))).text).toMatch(/Rà soát thủ tục/);
  });

  it('shows an officer nothing of others', async () => {
    const officer = await visitor('officer');
    expect((await officer.get(remindersLink())).text).not.toMatch(/Rà soát thủ tục/);
    expect((await officer.get(taskLink(taskId))).text).not.toMatch(/Đã nhắc/);
  });
});

describe('the ladder', () => {
  it('is drawn, previewed, switched on there alone, and off again', async () => {
    const leader = await visitor('leader');
    const page = await leader.get(escalationLink());
    expect(page.text).toMatch(/Đang tắt/);
    const wrong = await leader.submit(page, 'Lưu và xem trước', { chair: '2' });
    expect(wrong.status).toBe(422);
    expect(wrong.value('Người đứng đầu cơ quan')).toBe('2');
    const preview = await leader.submit(page, 'Lưu và xem trước', { chair: '12' });
    expect(preview.address).toBe(escalationPreviewLink());
    expect(preview.text).toMatch(/Trễ từ 12 ngày làm việc: báo người đứng đầu cơ quan/);
    const past = await leader.submit(preview, 'Bật', { from: '01/01/2020' });
    expect(past.status).toBe(422);
    const on = await leader.submit(preview, 'Bật');
    expect(on.text).toMatch(/Đang bật theo bản 2/);
    expect((await leader.submit(on, 'Tắt')).text).toMatch(/Đang tắt/);
  });

  it('shows the second editor both versions', async () => {
    const [first, second] = [await visitor('leader'), await visitor('focal')];
    const opened = await second.get(escalationLink());
    await first.submit(await first.get(escalationLink()), 'Lưu và xem trước', { chair: '20' });
    const conflict = await second.submit(opened, 'Lưu và xem trước', { chair: '30' });
    expect(conflict.status).toBe(409);
    expect(conflict.text).toMatch(/20/);
    expect(conflict.text).toMatch(/30/);
  });
});

it('names leaders in charge, seen on the page of the unit', async () => {
  const admin = await visitor('admin');
  const page = await admin.get(leadershipLink);
  const leaderId = home.people.get(home.signIn('leader'))?.officerId ?? '';
  const unitId = home.units.get('Phòng Kinh tế') ?? '';
  const wrong = await admin.submit(page, 'Lưu phân công', { from: 'mai' });
  expect(wrong.status).toBe(422);
  const saved = await admin.submit(page, 'Lưu phân công', { chair: leaderId, [`unit:${unitId}`]: leaderId });
  expect(saved.text).toMatch(/Bản 1/);
  expect((await admin.get(unitLink(unitId))).text).toMatch(/Lãnh đạo phụ trách\s*Người leader/);
});
