import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { type Screen, testSite, type Visitor } from '../../../entry/testing.ts';
import { plantTasks, type TaskSeed } from '../task/fixtures.ts';
import { taskStages } from '../task/task-life.ts';
import { groupings, taskLooks } from './task-look.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let focal: Visitor;
let auditor: Visitor;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  [focal, auditor] = [site.visitor(), site.visitor()];
  await focal.signIn(home.signIn('focal'));
  await auditor.signIn(home.signIn('auditor'));
  const units = [...home.units.values()];
  const officer = (role: Parameters<typeof home.signIn>[0]) =>
    home.people.get(home.signIn(role))?.officerId ?? null;
  // Days before and after the fixed day of the tests, 12/05/2026, every step, with and without unit, approver and day.
  const seeds = Array.from({ length: 45 }, (_, index): TaskSeed => {
    const stage = taskStages[index % taskStages.length] ?? 'draft';
    return {
      title: `Nhiệm vụ ${index}`,
      stage,
      leadUnitId: units[index % 4] ?? null,
      assigneeId: stage === 'draft' ? null : officer('officer'),
      approverId: index % 3 === 0 ? null : officer('leader'),
      product: 'Báo cáo',
      dueOn:
        index % 5 === 4
          ? null
          : `2026-${index % 2 === 0 ? '05' : '06'}-${String((index % 20) + 1).padStart(2, '0')}`,
      dueKind: 'date',
    };
  });
  await home.as(home.signIn('focal'), 'write', async (ctx) => {
    await plantTasks(ctx, seeds);
    await plantTasks(ctx, [{ title: 'Khác lĩnh vực', axis: 'procedures', dueOn: '2026-05-20' }]);
  });
});

/** How many tasks the list at this address holds, as its heading says. */
async function counted(address: string): Promise<string> {
  const list = await focal.get(address);
  expect(list.text).not.toContain('Có phần của địa chỉ không dùng được');
  return /Nhiệm vụ (\S+)/.exec(list.heading)?.[1] ?? '';
}

const hrefOf = (link: { getAttribute(name: string): string | undefined }) =>
  (link.getAttribute('href') ?? '').replaceAll('&amp;', '&');
const filters = ['', '&han=late', '&nguoi-duyet.de-trong=1', '&tim=khac'];

describe('the board', () => {
  it.each(filters)('counts in each column what its list holds (%s)', async (filter) => {
    const board = await focal.get(`/nhiem-vu?kieu=cot${filter}`);
    const columns = board.page.querySelectorAll('.board-column');
    expect(columns).toHaveLength(taskStages.length);
    for (const column of columns) {
      const link = column.querySelector('header a');
      if (!link) throw new Error('a column without its count');
      expect(await counted(hrefOf(link))).toBe(link.textContent);
    }
  });

  it('offers the deeds that the life and the right allow, and says why another is not', async () => {
    const board = await focal.get('/nhiem-vu?kieu=cot&trang-thai=assigned');
    const accept = board.form(/^Nhận việc/);
    expect(accept.values.loc).toBe('trang-thai=assigned&kieu=cot');
    const watched = await auditor.get('/nhiem-vu?kieu=cot&trang-thai=assigned');
    expect(watched.hasButton(/^Nhận việc/)).toBe(false);
    expect(watched.text).toContain('Không thuộc quyền của bạn');
  });

  it('moves a card by its deed and comes back to where it stood', async () => {
    const board = await focal.get('/nhiem-vu?kieu=cot&trang-thai=assigned');
    const before = board.page.querySelector('#bang-assigned header a')?.textContent;
    const accept = board.form(/^Nhận việc/);
    const after = await focal.post(accept.action, accept.values);
    expect(after.address).toBe('/nhiem-vu?trang-thai=assigned&kieu=cot');
    expect(after.text).toContain('Đã nhận việc.');
    expect(after.page.querySelector('#bang-assigned header a')?.textContent).toBe(String(Number(before) - 1));
  });

  it('goes back to no other place than an address of its own', async () => {
    const accept = (await focal.get('/nhiem-vu?kieu=cot&trang-thai=assigned')).form(/^Nhận việc/);
    const after = await focal.post(accept.action, { ...accept.values, loc: 'https://nowhere.invalid/' });
    expect(after.address).toBe('/nhiem-vu');
  });
});

describe('the calendars', () => {
  it.each(['kieu=lich&luc=2026-05', 'kieu=lich&luc=2026-06', 'kieu=lich-nam&luc=2026-05'])(
    'open on each day the list of what falls due on it (%s)',
    async (address) => {
      const shown = await focal.get(`/nhiem-vu?${address}`);
      const links = shown.page.querySelectorAll('a[href*="ngay-han"]').filter((one) => /\d/.test(said(one)));
      expect(links.length).toBeGreaterThan(5);
      for (const link of links.slice(0, 12)) {
        expect(said(link)).toContain(await counted(hrefOf(link)));
      }
    },
  );

  it('say what stands on no day', async () => {
    const shown = await focal.get('/nhiem-vu?kieu=lich');
    const count = await counted(shown.link('Mở các nhiệm vụ không có ngày hạn'));
    expect(shown.text).toContain(`${count} nhiệm vụ không có ngày hạn`);
  });

  it.each(['x', '9999-99', '1000-01', '2026-02-30', "'--"])('take %s for today', async (day) => {
    const shown = await focal.get(`/nhiem-vu?kieu=lich&luc=${encodeURIComponent(day)}`);
    expect(shown.text).toContain('Tháng 5/2026');
  });
});

const said = (link: { getAttribute(name: string): string | undefined; textContent: string }) =>
  link.getAttribute('aria-label') ?? link.textContent;

describe('the timeline', () => {
  it('shows the tasks of the page between the same conditions as the table', async () => {
    const [bars, table] = [
      await focal.get('/nhiem-vu?trang-thai=done&kieu=tien-do'),
      await focal.get('/nhiem-vu?trang-thai=done'),
    ];
    const names = (screen: Screen) =>
      screen.page.querySelectorAll('tbody a[href^="/nhiem-vu/0"]').map((link) => hrefOf(link));
    expect(names(bars)).toEqual(names(table));
    expect(bars.page.querySelectorAll('.span-bar rect').length).toBeGreaterThan(0);
  });

  it('draws groups where the address asks for them', async () => {
    const shown = await focal.get('/nhiem-vu?kieu=tien-do&nhom=buoc');
    expect(shown.page.querySelectorAll('.span-chart tbody tr')).toHaveLength(taskStages.length);
  });
});

describe('groups', () => {
  it.each(groupings)('by %s: each figure opens just what it counts', async (grouping) => {
    const shown = await focal.get(`/nhiem-vu?nhom=${grouping}&san-pham.da-co=1`);
    const rows = shown.page.querySelectorAll('.table tbody tr');
    expect(rows.length).toBeGreaterThan(grouping === 'truc' ? 0 : 1);
    for (const row of [...rows, ...shown.page.querySelectorAll('.table tfoot tr')]) {
      const figures = row.querySelectorAll('td a').slice(0, 5);
      expect(figures).toHaveLength(5);
      for (const link of figures) expect(await counted(hrefOf(link))).toBe(link.textContent);
      const share = row.querySelectorAll('td a').at(-1);
      const [done, base] = [figures[3]?.textContent, share && (await counted(hrefOf(share)))];
      const percent = Math.round((Number(done) / Number(base)) * 1_000) / 10;
      expect(share?.textContent).toBe(
        base === '0' ? 'chưa có số liệu' : `${String(percent).replace('.', ',')} %`,
      );
    }
  });

  it('go into a file with the same figures', async () => {
    const form = (await focal.get('/nhiem-vu/theo-nhom/xuat?nhom=buoc')).form('Xuất tệp');
    const column = async (name: string) => {
      const file = await focal.post(form.action, { ...form.values, format: 'csv', columns: name });
      return file.body.trim().split('\r\n').slice(1);
    };
    expect(await column('nhom')).toContain('Chờ duyệt');
    const sum = (await column('tong-so')).reduce((total, figure) => total + Number(figure), 0);
    expect(String(sum)).toBe(await counted('/nhiem-vu'));
  });

  it('stand on the page of the list', async () => {
    expect((await focal.get('/nhiem-vu/theo-nhom?nhom=truc')).address).toBe('/nhiem-vu?nhom=truc');
  });
});

describe('one filter', () => {
  it.each(taskLooks)('holds in the look %s, on paper too, and a view keeps it', async (look) => {
    const shown = await focal.get(`/nhiem-vu?don-vi.da-co=1&kieu=${look}`);
    for (const other of ['Bảng', 'Cột theo bước', 'Tiến độ'])
      expect(shown.link(other)).toContain('don-vi.da-co=1');
    expect(shown.link('Quá hạn')).toContain(`kieu=${look}`);
    expect(decodeURIComponent(shown.link('Lưu cách xem'))).toContain(`don-vi.da-co=1&kieu=${look}`);
    const paper = await focal.get(shown.link('In'));
    expect(paper.status).toBe(200);
    expect(paper.hasButton('Chuyển bước')).toBe(false);
  });

  it('names a look or grouping that there is not', async () => {
    const shown = await focal.get('/nhiem-vu?kieu=xyz&nhom=%3Cscript%3E');
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('kieu=xyz');
  });
});
