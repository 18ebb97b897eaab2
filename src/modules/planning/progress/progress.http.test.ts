import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { progressExportLink, progressLink } from '../links.ts';
import { plantTasks } from '../task/fixtures.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let leader: Visitor;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  const unit = (name: string) => home.units.get(name) ?? null;
  const approverId = home.people.get(home.signIn('leader'))?.officerId ?? null;
  const planted = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(ctx, [
      {
        title: 'Việc xong',
        leadUnitId: unit('Phòng Kinh tế'),
        stage: 'done',
        dueOn: '2026-05-04',
        approverId,
      },
      { title: 'Việc trễ', leadUnitId: unit('Phòng Kinh tế'), stage: 'in-progress', dueOn: '2026-05-04' },
      { title: 'Việc chưa giao', dueOn: '2026-06-04' },
      { title: 'Việc hủy', stage: 'cancelled', dueOn: '2026-05-04' },
    ]),
  );
  await site.services.migrator.query(
    "update planning.task set created_at = '2026-04-01T00:00:00Z' where plan_id = $1",
    [planted.planId],
  );
  leader = site.visitor();
  await leader.signIn(home.signIn('leader'));
});

it('opens exactly the tasks of every figure, by unit, field and leader', async () => {
  let opened = 0;
  for (const theo of ['don-vi', 'linh-vuc', 'lanh-dao']) {
    const figures = await leader.get(progressLink({ theo }));
    const links = figures.page.querySelectorAll('main table a[href^="/tien-do/viec"]');
    for (const link of links) {
      const said = Number(
        /: (\d+)$|, (\d+) nhiệm vụ$/.exec(link.getAttribute('aria-label') ?? '')?.findLast(Boolean),
      );
      const list = await leader.get(link.getAttribute('href')?.replaceAll('&amp;', '&') ?? '');
      expect(list.page.querySelectorAll('main tbody tr')).toHaveLength(said);
      expect(list.heading).toMatch(new RegExp(` ?${said}$`));
      opened += 1;
    }
  }
  expect(opened).toBeGreaterThan(20);
});

it('tells another day, and says what is wrong with one that cannot be read or is still to come', async () => {
  expect((await leader.get(progressLink({ ngay: '31/03/2026' }))).text).toContain('Chưa có nhiệm vụ nào');
  expect((await leader.get(progressLink({ ngay: '2026-05-03' }))).text).toContain('đến hết ngày 03/05/2026');
  const wrong = await leader.get(progressLink({ ngay: '31/02/2026' }));
  expect(wrong.text).toContain('Ghi ngày theo dạng');
  expect(wrong.value('Tình hình đến ngày')).toBe('31/02/2026');
  expect((await leader.get(progressLink({ ngay: '01/01/2099' }))).text).toContain('Ngày này chưa đến');
  const odd = await leader.get('/tien-do/viec?theo=x&so=%00&nhom=%27;&trang=x');
  expect(odd.status).toBe(200);
});

it('goes on paper for its day, with the heading of the commune and the same sums', async () => {
  const figures = await leader.get(progressLink({ theo: 'don-vi' }));
  const paper = await leader.get(figures.link('Trang in'));
  expect(paper.status).toBe(200);
  const sheet = paper.page.querySelector('.paper');
  expect(sheet?.text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  expect(sheet?.text).toMatch(/tính đến hết ngày \d{2}\/\d{2}\/2026/);
  const tables = sheet?.querySelectorAll('table') ?? [];
  const sums = [...tables].map(
    (table) => table.querySelectorAll('tr').at(-1)?.querySelectorAll('td, th')[2]?.text,
  );
  const total = figures.page.querySelector('main tfoot tr')?.querySelectorAll('td, th')[1]?.text;
  expect(sums).toEqual([total, total, total]);
  const auditor = site.visitor();
  expect((await auditor.get('/tien-do/in')).address).toMatch(/^\/dang-nhap/);
});

it('goes along as a workbook, with a line in the audit', async () => {
  for (const [name, more] of [
    ['tien-do-', {}],
    ['tien-do-viec-', { so: 'late' }],
  ] as const) {
    const file = await leader.post(progressExportLink, { theo: 'don-vi', ngay: '2026-05-12', ...more });
    expect(file.headers.get('content-disposition')).toContain(`${name}2026-05-12.xlsx`);
    expect(file.body.startsWith('PK')).toBe(true);
  }
  const { rowCount } = await site.services.migrator.query(
    "select 1 from platform.audit_line where act = 'planning.progress.export' and tenant_id = $1",
    [home.tenant.id],
  );
  expect(rowCount).toBe(2);
});
