import { beforeAll, describe, expect, it } from 'vitest';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import type { Screen } from '../../../entry/testing.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import type { Id } from '#platform/db/id.ts';
import { calendarLink, planLink } from '../links.ts';
import { plantPapers } from '../plan/fixtures.ts';
import type { Due } from '../reading/plan-reading.ts';
import { plantTasks } from '../task/fixtures.ts';

const quarterly: Due = {
  kind: 'recurring',
  from: null,
  to: null,
  recurrence: { every: 'quarter', dayOfMonth: 25, month: 'last' },
};

let site: Awaited<ReturnType<typeof testSite>>;
let visitor: Visitor;
let planId: Id<'plan'>;

beforeAll(async () => {
  site = await testSite();
  const home = await testTenant(site.services);
  await home.as(home.signIn('focal'), 'write', async (ctx) => {
    ({ planId } = await plantTasks(ctx, [
      { title: 'Đã trễ', dueOn: '2026-05-04' },
      { title: 'Vào Chủ nhật', dueOn: '2026-08-16' },
      { title: 'Trong quý ba', dueFrom: '2026-07-01', dueOn: '2026-09-30', dueKind: 'quarters' },
      { title: 'Mỗi quý', dueKind: 'recurring', due: quarterly },
      { title: 'Cả năm', dueFrom: '2026-01-01', dueOn: '2026-12-31', dueKind: 'year' },
      { title: 'Thường xuyên', dueKind: 'ongoing' },
    ]));
    await plantPapers(ctx, planId, { reports: [{ period: 'H1', submitBy: '2026-06-08' }] });
    await plantTasks(ctx, [{ title: 'Của kế hoạch khác', dueOn: '2026-10-01' }]);
  });
  visitor = site.visitor();
  await visitor.signIn(home.signIn('officer'));
});

/** What is listed under the heading of a month. */
function month(screen: Screen, name: string): string {
  const heading = screen.page.querySelectorAll('h3').find((each) => each.textContent === name);
  return (heading?.closest('li')?.textContent ?? '').replaceAll(/\s+/g, ' ');
}

describe('the year calendar', () => {
  it('opens on this year and marks today', async () => {
    const year = await visitor.get(calendarLink());
    expect(year.heading).toBe('Lịch năm 2026');
    expect(year.page.querySelectorAll('h3')).toHaveLength(12);
    const today = year.page.querySelectorAll('[aria-current="date"] time');
    expect(today.map((each) => each.getAttribute('datetime'))).toEqual(['2026-05-12']);
  });

  it('puts tasks and reports where they fall due, each a link to its record', async () => {
    const year = await visitor.get(calendarLink());
    expect(month(year, 'Tháng 5')).toMatch(/04\/05 ?Đã trễ ?Quá hạn/);
    expect(month(year, 'Tháng 6')).toMatch(/08\/06 ?Báo cáo 6 tháng đầu năm ?Hạn gửi báo cáo/);
    expect(month(year, 'Tháng 9')).toMatch(/quý III ?Trong quý ba/);
    for (const name of ['Tháng 3', 'Tháng 6', 'Tháng 9', 'Tháng 12']) {
      expect(month(year, name)).toMatch(/25\/\d\d ?Mỗi quý ?Định kỳ/);
    }
    expect(year.link('Đã trễ')).toMatch(/^\/nhiem-vu\//);
    expect(year.link('Báo cáo 6 tháng đầu năm')).toBe(`${planLink(planId)}#reports`);
  });

  it('names holidays, and says when a due day is a day off', async () => {
    const year = await visitor.get(calendarLink());
    expect(month(year, 'Tháng 1')).toMatch(/01\/01 ?Tết Dương lịch/);
    expect(month(year, 'Tháng 8')).toMatch(/16\/08 ?Vào Chủ nhật ?Rơi vào ngày nghỉ/);
    expect(month(year, 'Tháng 5')).not.toContain('Đã trễ Quá hạn · Rơi vào ngày nghỉ');
  });

  it('keeps what has a year and no month apart, and leaves out what has no time', async () => {
    const year = await visitor.get(calendarLink());
    expect(month(year, 'Tháng 12')).not.toContain('Cả năm');
    expect(year.text).toMatch(/Trong cả năm 1/);
    expect(year.hasLink('Cả năm')).toBe(true);
    expect(year.hasLink('Thường xuyên')).toBe(false);
    const undated = await visitor.get(year.link('Xem các nhiệm vụ không có ngày'));
    expect(undated.text).toContain('Thường xuyên');
  });

  it('goes from year to year', async () => {
    const next = await visitor.get((await visitor.get(calendarLink())).link('Năm 2027'));
    expect(next.heading).toBe('Lịch năm 2027');
    expect(next.hasLink('Đã trễ')).toBe(false);
    expect((await visitor.get(next.link('Năm 2026'))).hasLink('Đã trễ')).toBe(true);
  });

  it('shows one plan when asked', async () => {
    const form = (await visitor.get(calendarLink())).form('Xem');
    const one = await visitor.get(
      `${form.action}?${new URLSearchParams({ ...form.values, 'ke-hoach': planId })}`,
    );
    expect(one.hasLink('Đã trễ')).toBe(true);
    expect(one.hasLink('Của kế hoạch khác')).toBe(false);
  });

  it.each(['nam=abc', 'nam=99999', 'nam=-1', 'nam=2026.5', 'ke-hoach=x', 'nam=2026&nam=2027'])(
    'survives the address ?%s',
    async (query) => {
      const year = await visitor.get(`/lich?${query}`);
      expect(year.status).toBe(200);
      expect(year.heading).toMatch(/^Lịch năm 20(26|27)$/);
    },
  );
});
