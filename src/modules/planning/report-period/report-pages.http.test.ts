import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { testSite, type Visitor } from '#entry/testing.ts';
import { reportCalendarLink, reportHandInsLink, reportPeriodsLink } from '../links.ts';
import { listHandIns } from '../report-hand-in/queries.server.ts';
import { plantPeriods } from './fixtures.ts';
import { reportHandInLink, reportPeriodLink } from './links.ts';
import type { ReportPeriod } from './report-period.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let q1: ReportPeriod;

beforeAll(async () => {
  site = await testSite({ clock: fixedClock('2026-03-02T09:00:00+07:00') });
  home = await testTenant(site.services);
  const [period] = (await plantPeriods(home)).periods;
  if (!period) throw new Error('no period was made');
  q1 = period;
});

async function signedIn(role: 'focal' | 'officer' | 'clerk'): Promise<Visitor> {
  const visitor = site.visitor();
  await visitor.signIn(home.signIn(role));
  return visitor;
}

it('shows the year by months, and the list behind it', async () => {
  const focal = await signedIn('focal');
  const calendar = await focal.get(reportCalendarLink());
  expect(calendar.text).toContain('Lịch báo cáo 2026');
  expect(calendar.text).toContain('quý I/2026');
  expect((await focal.get(reportCalendarLink({ nam: '2031' }))).text).toContain(
    'Năm này chưa có kỳ báo cáo nào',
  );
  expect((await focal.get(reportPeriodsLink({ tim: 'quy I/2026' }))).text).toContain(
    'Báo cáo CCHC quý I/2026',
  );
});

it('is handed in by the officer of the unit, sent back, handed in again, accepted and sent on', async () => {
  const [officer, focal] = [await signedIn('officer'), await signedIn('focal')];
  const page = await officer.get(reportPeriodLink(q1.id));
  expect(page.text).toContain('phải nộp báo cáo này');
  const own = await officer.get(page.link('Nộp báo cáo'));
  const empty = await officer.submit(own, 'Nộp báo cáo', { text: '' });
  expect([empty.status, empty.text.includes('Chưa có gì để nộp')]).toEqual([422, true]);
  const given = await officer.submit(own, 'Nộp báo cáo', { text: 'Báo cáo 45/BC-PKT' });
  expect(given.text).toContain('Đã nộp, chờ nhận');
  const address = given.address.split('?')[0] ?? '';
  const sentBack = await focal.submit(await focal.get(address), 'Trả lại', { reason: 'Thiếu phụ lục' });
  expect(sentBack.text).toContain('Thiếu phụ lục');
  await officer.submit(await officer.get(address), 'Nộp báo cáo', { text: 'Báo cáo 45/BC-PKT, đủ phụ lục' });
  const accepted = await focal.submit(await focal.get(address), 'Nhận báo cáo');
  expect(accepted.text).toContain('Đã nhận');
  const form = await focal.get(reportPeriodLink(q1.id, 'gui'));
  const wrong = await focal.submit(form, 'Ghi đã gửi', { number: '', sentTo: 'Sở Nội vụ' });
  expect([wrong.status, wrong.value('Gửi đến')]).toEqual([422, 'Sở Nội vụ']);
  const sent = await focal.submit(form, 'Ghi đã gửi', { number: '60/BC-UBND', sentTo: 'Sở Nội vụ' });
  expect(sent.text).toContain('Đã gửi cấp trên');
  await focal.submit(sent, 'Mở lại để thu tiếp');
});

it('of another unit is not found, neither its page nor its line', async () => {
  const reports = await home.as(home.signIn('focal'), 'read', (ctx) => listHandIns(ctx, q1.id));
  const officer = home.people.get(home.signIn('officer'));
  const other = reports.find(({ unitId }) => !officer?.unitIds.includes(unitId));
  const visitor = await signedIn('officer');
  expect((await visitor.get(reportHandInLink(other?.id ?? ''))).status).toBe(404);
  expect((await visitor.get(reportHandInsLink())).hasLink(other?.unitName ?? '')).toBe(false);
});
