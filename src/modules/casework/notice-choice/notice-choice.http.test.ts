import { beforeAll, expect, it } from 'vitest';
import { testSite, type Visitor } from '#entry/testing.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plainDateAt } from '#platform/clock/plain-date.ts';
import { choiceDefaultsLink, officeChoiceLink, ownChoiceLink, unitChoiceLink } from '../links.ts';

/** A Wednesday before three holidays. */
const moment = new Date('2026-04-22T09:00:00+07:00');
const clock = { now: () => moment, today: () => plainDateAt(moment) };
let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  site = await testSite({ clock });
  home = await testTenant(site.services);
});

async function at(who: Parameters<typeof home.signIn>[0]): Promise<Visitor> {
  const visitor = site.visitor();
  await visitor.signIn(home.signIn(who));
  return visitor;
}

it('is chosen, says with real working days what will happen, and is taken back', async () => {
  const officer = await at('officer');
  const before = await officer.get(ownChoiceLink);
  expect(before.text).toContain('07:00 (như đơn vị)');
  expect(before.text).toContain('Chưa có địa chỉ thư đã xác nhận');
  const saved = await officer.submit(before, 'Lưu lựa chọn', {
    daysBefore: '4',
    lateEvery: '1',
    digestAt: '08:30',
    'step-mail': 'off',
  });
  expect(saved.text).toContain('Đã lưu cách nhận thông báo.');
  // 26 April was a holiday on a Sunday, made up for on the Monday; 30 April and 1 May follow.
  expect(saved.text).toContain('Việc đến hạn ngày 05/05/2026: nhắc ngày 24/04/2026');
  expect(saved.text).toContain('08:30 23/04/2026');
  expect(saved.value('Nhắc trước hạn (ngày làm việc)')).toBe('4');
  const back = await officer.submit(saved, 'Hoàn tác');
  expect(back.text).toContain('Đã lấy lại các lựa chọn trước đó.');
  expect(back.value('Nhắc trước hạn (ngày làm việc)')).toBe('');
});

it('says what would come of it before it is saved', async () => {
  const leader = await at('leader');
  const page = await leader.get(ownChoiceLink);
  const tried = await leader.submit(page, 'Xem trước', { daysBefore: '4', digestAt: '06:00' });
  expect(tried.status).toBe(200);
  expect(tried.text).toContain('Điều sẽ diễn ra nếu lưu');
  expect(tried.text).toContain('Việc đến hạn ngày 05/05/2026: nhắc ngày 24/04/2026');
  expect((await leader.get(ownChoiceLink)).value('Nhắc trước hạn (ngày làm việc)')).toBe('');
  const saved = await leader.submit(tried, 'Lưu lựa chọn');
  expect(saved.value('Nhắc trước hạn (ngày làm việc)')).toBe('4');
  // At six it is quiet still.
  expect(saved.text).toContain('06:30 23/04/2026');
});

it('keeps what was typed where it cannot be', async () => {
  const officer = await at('clerk');
  const page = await officer.get(ownChoiceLink);
  const wrong = await officer.submit(page, 'Lưu lựa chọn', { daysBefore: 'ba', quietFrom: '21:00' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Ghi các số ngày từ 1 đến 30');
  expect(wrong.value('Nhắc trước hạn (ngày làm việc)')).toBe('ba');
  expect(wrong.value('Không gửi từ')).toBe('21:00');
});

it('passes from the office to the unit to the person, and back up', async () => {
  const admin = await at('admin');
  await admin.submit(await admin.get(officeChoiceLink), 'Lưu lựa chọn', {
    digestAt: '06:00',
    lateEvery: '5',
  });
  const head = await at('unit-head');
  const list = await head.get(choiceDefaultsLink);
  expect(list.text).toContain('2 người, 0 người tự chọn');
  expect(list.text).not.toContain('Cả cơ quan');
  const unit = await head.get(unitChoiceLink(home.units.get('Phòng Văn hóa - Xã hội') ?? ''));
  expect(unit.text).toContain('06:00 (như cơ quan)');
  await head.submit(unit, 'Lưu lựa chọn', { digestAt: '07:30' });
  const focal = await at('focal');
  const own = await focal.get(ownChoiceLink);
  expect(own.text).toContain('07:30 (như đơn vị)');
  expect(own.text).toContain('5 ngày làm việc một lần (như đơn vị)');
  const chosen = await focal.submit(own, 'Lưu lựa chọn', { digestAt: 'off' });
  expect(chosen.text).toContain('Không có thư buổi sáng.');
  const cleared = await focal.submit(chosen, 'Dùng hết như đơn vị');
  expect(cleared.text).toContain('Đã bỏ các lựa chọn riêng.');
  expect(cleared.text).toContain('07:30 23/04/2026');
});

it('shows both versions to whoever saves what another has changed meanwhile', async () => {
  const [one, two] = [await at('admin'), await at('admin')];
  const [first, second] = [await one.get(officeChoiceLink), await two.get(officeChoiceLink)];
  await one.submit(first, 'Lưu lựa chọn', { lang: 'en' });
  const both = await two.submit(second, 'Lưu lựa chọn', { lang: 'vi' });
  expect(both.status).toBe(409);
  expect(both.text).toContain('Tiếng Anh');
  expect(both.text).toContain('Tiếng Việt');
});

it('is not for a unit that is not one’s own', async () => {
  const head = await at('unit-head');
  expect((await head.get(unitChoiceLink(home.units.get('Phòng Kinh tế') ?? ''))).status).toBe(404);
  expect((await head.get(officeChoiceLink)).status).toBe(403);
  const officer = await at('officer');
  expect((await officer.get(choiceDefaultsLink)).status).toBe(403);
});
