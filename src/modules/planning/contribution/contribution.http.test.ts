import { beforeAll, describe, expect, it } from 'vitest';
import type { BuiltInRole } from '#modules/directory/account/role.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testSite } from '../../../entry/testing.ts';
import { taskLink, tasksLink } from '../links.ts';
import { plantTasks } from '../task/fixtures.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
});

const culture = 'Phòng Văn hóa - Xã hội';

async function planted() {
  const officer = home.people.get(home.signIn('officer'))?.officerId ?? null;
  const { ids } = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(ctx, [
      {
        title: 'Khảo sát sự hài lòng',
        stage: 'in-progress',
        leadUnitId: home.units.get('Phòng Kinh tế') ?? null,
        assigneeId: officer,
        coordinatingUnitIds: [home.units.get(culture) ?? ''],
      },
    ]),
  );
  return taskLink(ids[0] ?? '');
}

async function signedIn(role: BuiltInRole) {
  const visitor = site.visitor();
  await visitor.signIn(home.signIn(role));
  return visitor;
}

describe('the part of a coordinating unit', () => {
  it('is accepted and handed in by the unit, sent back by the lead, and seen by all on the task', async () => {
    const task = await planted();
    const head = await signedIn('unit-head');
    const page = await head.get((await head.get(task)).link(culture));
    expect(page.heading).toBe(`Phần việc của ${culture}`);
    const accepted = await head.submit(page, 'Nhận phần việc');
    expect(accepted.address).toBe(task);
    expect(accepted.text).toContain('Đã nhận phần việc.');
    expect(accepted.text).toContain('Người unit-head');
    const again = await head.get(accepted.link(culture));
    const done = await head.submit(again, 'Nộp phần việc', { text: 'Số liệu 5 thôn' });
    expect(done.text).toContain('Số liệu 5 thôn');

    const officer = await signedIn('officer');
    const judged = await officer.get((await officer.get(task)).link(culture));
    const back = await officer.submit(judged, 'Trả lại để bổ sung', { text: 'Thiếu thôn 3' });
    expect(back.text).toContain('Thiếu thôn 3');
    expect(back.text).toContain('Trả lại phần việc cho đơn vị phối hợp');
  });

  it('comes back with a sentence where nothing is said, and shows no form to others', async () => {
    const task = await planted();
    const head = await signedIn('unit-head');
    const page = await head.get((await head.get(task)).link(culture));
    const empty = await head.submit(page, 'Từ chối', { text: ' ' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Ghi nội dung, tối đa 2.000 ký tự.');
    const clerk = await signedIn('auditor');
    const seen = await clerk.get((await clerk.get(task)).link(culture));
    expect(seen.hasButton('Nhận phần việc') || seen.hasButton('Từ chối')).toBe(false);
  });

  it('warns but does not stop whoever hands the task in, and the unit finds its tasks in one tab', async () => {
    const task = await planted();
    const officer = await signedIn('officer');
    const form = await officer.get(`${task}/nop`);
    expect(form.text).toContain(`Chưa có phần của đơn vị phối hợp: ${culture}`);
    const sent = await officer.submit(form, 'Nộp để duyệt', { text: 'Báo cáo', exception: 'Bản giấy' });
    expect(sent.text).toContain('Đã nộp, chờ duyệt.');
    const head = await signedIn('unit-head');
    const list = await head.get((await head.get(tasksLink())).link('Tôi phối hợp'));
    expect(list.text).toContain('Khảo sát sự hài lòng');
  });
});
