import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { reviewExportLink, reviewRulesLink, reviewsLink, reviewTableLink } from '../links.ts';
import { plantTasks } from '../task/fixtures.ts';
import { plantEvents } from './fixtures.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
const visitors = new Map<string, Visitor>();
const month = { thang: '2026-04' };
const unit = 'Phòng Văn hóa - Xã hội';

/** The clock of the test site stands in May 2026, so that April is the last month that is over. */
beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  await home.as(home.signIn('focal'), 'write', async (ctx) => {
    const leadUnitId = home.units.get(unit) ?? null;
    const { ids } = await plantTasks(ctx, [
      { title: 'Việc xong', leadUnitId, stage: 'done', dueOn: '2026-04-10' },
      { title: 'Việc trễ', leadUnitId, stage: 'in-progress', dueOn: '2026-04-20' },
    ]);
    await plantEvents(ctx, ids[0] ?? '', [
      { at: '2026-04-09T02:00:00Z', kind: 'submitted', stage: 'submitted', detail: { exception: 'giấy' } },
      { at: '2026-04-12T02:00:00Z', kind: 'approved', stage: 'done' },
    ]);
  });
  await site.services.migrator.query(
    "update planning.task set created_at = '2026-03-01T00:00:00Z' where tenant_id = $1",
    [home.tenant.id],
  );
  for (const role of ['leader', 'unit-head', 'officer', 'auditor', 'admin'] as const) {
    const visitor = site.visitor();
    await visitor.signIn(home.signIn(role));
    visitors.set(role, visitor);
  }
});

const as = (role: string) => visitors.get(role) as Visitor;
const judged = { common: '27,5', unit: '100', organising: '90', uniting: '100' };

it('goes from opening over the self-score to the decision, each figure with its tasks', async () => {
  const first = await as('leader').get(reviewsLink(month));
  expect(first.text).toContain('Chưa mở kỳ');
  const opened = await as('leader').submit(first, 'Mở kỳ và báo');
  expect(opened.text).toContain('Chờ tự chấm');
  const address = opened.link(unit);

  for (const figures of [opened, await as('leader').get(address)]) {
    const links = figures.page.querySelectorAll('main table a[href*="so-lieu"]');
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) {
      const said = Number(/: (\d+)$/.exec(link.getAttribute('aria-label') ?? '')?.[1]);
      const list = await as('leader').get(link.getAttribute('href')?.replaceAll('&amp;', '&') ?? '');
      expect(list.page.querySelectorAll('main tbody tr')).toHaveLength(said);
      expect(list.heading).toMatch(new RegExp(` ?${said}$`));
    }
  }

  const own = await as('unit-head').get(address);
  const wrong = await as('unit-head').submit(own, 'Tự chấm', { ...judged, common: '31', text: 'Tốt' });
  expect([wrong.status, wrong.value(/^Điểm tiêu chí chung/)]).toEqual([422, '31']);
  const scored = await as('unit-head').submit(wrong, 'Tự chấm', { ...judged, text: 'Xong việc chính' });
  expect(scored.text).toContain('Chờ đề xuất');
  expect(scored.hasButton('Quyết định')).toBe(false);

  const proposing = await as('leader').get(address);
  expect(proposing.value(/^Điểm tiêu chí chung/)).toBe('27,5');
  const proposed = await as('leader').submit(proposing, 'Đề xuất điểm và xếp loại', {
    grade: 'good',
    text: 'Một việc trễ',
  });
  expect(proposed.text).toContain('Chờ quyết định');

  const [tab, otherTab] = [await as('leader').get(address), await as('leader').get(address)];
  const missing = await as('leader').submit(tab, 'Quyết định', { grade: 'failed' });
  expect([missing.status, missing.text]).toEqual([422, expect.stringContaining('Ghi lý do')]);
  const decided = await as('leader').submit(tab, 'Quyết định');
  expect(decided.text).toContain('Đã quyết định');
  const late = await as('leader').submit(otherTab, 'Quyết định', { common: '20', text: 'Ý khác' });
  expect(late.status).toBe(409);
  expect(late.text).toMatch(/Phiếu đã được lưu trước[\s\S]*27,5[\s\S]*20/);

  const reopened = await as('leader').submit(decided, 'Mở lại phiếu', { text: 'Thiếu số liệu' });
  expect(reopened.text).toMatch(/Thiếu số liệu[\s\S]*Tình trạngChờ quyết định/);
});

it('shows a head their own evaluation alone, and nobody else any', async () => {
  const list = await as('unit-head').get(reviewsLink(month));
  expect(list.text).toContain(unit);
  expect(list.text).not.toContain('Văn phòng HĐND và UBND');
  const all = await as('leader').get(reviewsLink(month));
  const others = all.link('Văn phòng HĐND và UBND');
  for (const address of [others, `${others}/so-lieu?so=given`]) {
    expect((await as('unit-head').get(address)).status).toBe(404);
    expect((await as('officer').get(address)).status).toBe(404);
    expect((await as('auditor').get(address)).status).toBe(404);
  }
  expect((await as('officer').get(reviewsLink(month))).status).toBe(403);
  expect((await as('leader').get(others)).text).toContain('người khác đề xuất và quyết định');
  expect((await as('unit-head').post(`${others}/quyet-dinh`, judged)).status).toBe(404);
  const unitId = home.units.get('Phòng Kinh tế') ?? '';
  const figure = `/danh-gia-thang/so-lieu?thang=2026-04&don-vi=${unitId}&so=given`;
  expect((await as('unit-head').get(figure)).status).toBe(404);
});

it('says what is provisional, too early, unreadable, and still to come', async () => {
  const present = await as('leader').get(reviewsLink({ thang: '05/2026' }));
  expect(present.text).toContain('Số tạm tính');
  expect(present.hasButton('Mở kỳ và báo')).toBe(false);
  const early = await as('leader').post('/danh-gia-thang/mo', { thang: '2026-05' });
  expect(early.body).toContain('Tháng chưa hết');
  expect((await as('leader').get(reviewsLink({ thang: '2027-01' }))).text).toContain('Tháng này chưa đến');
  const odd = await as('leader').get(reviewsLink({ thang: 'tháng tới' }));
  expect(odd.value('Tháng')).toBe('tháng tới');
  expect((await as('leader').get(reviewsLink({ thang: '2025-11' }))).text).toContain('Chưa có quy định');
  for (const id of ['x', '%00', "'--", '../x'])
    expect((await as('leader').get(`/danh-gia-thang/${encodeURIComponent(id)}`)).status).toBe(404);
});

it('lets the office set what the decree leaves open, each time as a version', async () => {
  const form = await as('admin').get(reviewRulesLink);
  expect(form.text).toContain('Chưa kiểm chứng');
  const wrong = await as('admin').submit(form, 'Lưu thành bản mới', { quantity: 'hai', plan: '101' });
  expect([wrong.status, wrong.value('Số lượng')]).toEqual([422, 'hai']);
  const [one, other] = [await as('admin').get(reviewRulesLink), await as('admin').get(reviewRulesLink)];
  const saved = await as('admin').submit(one, 'Lưu thành bản mới', { rubric: 'Kỷ luật: 10' });
  expect(saved.text).toContain('Bản 1');
  const conflict = await as('admin').submit(other, 'Lưu thành bản mới', { capPercent: '25' });
  expect(conflict.status).toBe(409);
  expect((await as('officer').get(reviewRulesLink)).status).toBe(403);
});

it('goes along as a workbook, a paper and a Word file, with lines in the audit', async () => {
  const table = await as('leader').get(reviewTableLink('2026-04'));
  expect(table.text.toLocaleLowerCase('vi')).toContain(
    'tổng hợp đánh giá người đứng đầu đơn vị tháng 04/2026',
  );
  expect(table.text.toLocaleLowerCase('vi')).toMatch(/ủy ban nhân dân\s*xã thử/);
  const word = await as('leader').get(reviewTableLink('2026-04', 'docx'));
  expect(word.body.startsWith('PK')).toBe(true);
  const file = await as('leader').post(reviewExportLink, month);
  expect(file.headers.get('content-disposition')).toContain('danh-gia-thang-2026-04.xlsx');
  expect((await as('unit-head').get(reviewTableLink('2026-04'))).status).toBe(403);
  const { rows } = await site.services.migrator.query<{ act: string }>(
    "select distinct act from platform.audit_line where act in ('planning.unit-head-review.export', 'planning.unit-head-review.see') and tenant_id = $1",
    [home.tenant.id],
  );
  expect(rows).toHaveLength(2);
});
