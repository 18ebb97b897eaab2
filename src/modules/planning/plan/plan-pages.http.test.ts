import { beforeAll, describe, expect, it } from 'vitest';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import type { BuiltInRole } from '#modules/directory/account/role.ts';
import type { Id } from '#platform/db/id.ts';
import { planLink, plansLink } from '../links.ts';
import { plantTasks } from '../task/fixtures.ts';
import { plantPapers } from './fixtures.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let planId: Id<'plan'>;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  await home.as(home.signIn('focal'), 'write', async (ctx) => {
    const unit = [...home.units.entries()][0];
    ({ planId } = await plantTasks(ctx, [
      { title: 'Rà soát thủ tục', dueOn: '2026-05-04', leadUnitId: unit?.[1] ?? null },
      { title: 'Công khai <b>ngân sách</b>', dueOn: '2026-09-30' },
    ]));
    await plantPapers(ctx, planId, {
      targets: [{ text: 'Hồ sơ đúng hạn', operator: '>=', value: 98 }],
      reports: [
        { period: 'Q1', submitBy: '2026-03-08', addressee: 'Phòng Văn hóa - Xã hội' },
        { period: 'month', submitRule: { every: 'month', dayOfMonth: 15, except_months: [3, 6, 9, 12] } },
      ],
      citations: [{ role: 'basis', type: 'Nghị quyết', number: '76/NQ-CP' }],
    });
  });
});

async function signedIn(role: BuiltInRole, at = home): Promise<Visitor> {
  const visitor = site.visitor();
  await visitor.signIn(at.signIn(role));
  return visitor;
}

describe('the list of plans', () => {
  it('leads to a plan, and its late tasks to exactly those', async () => {
    const visitor = await signedIn('auditor');
    const list = await visitor.get(plansLink);
    expect(list.status).toBe(200);
    expect(list.link(/^Kế hoạch cải cách hành chính năm 2026$/)).toBe(planLink(planId));
    const late = list.page
      .querySelectorAll('main a')
      .find((a) => a.getAttribute('href')?.includes('han=late'));
    expect(late?.textContent).toBe('1');
    const tasks = await visitor.get(late?.getAttribute('href')?.replaceAll('&amp;', '&') ?? '');
    expect(tasks.text).toContain('Rà soát thủ tục');
    expect(tasks.text).not.toContain('ngân sách');
  });

  it('tells an empty commune what to do, by what the person may do', async () => {
    const empty = await testTenant(site.services);
    const focal = await (await signedIn('focal', empty)).get(plansLink);
    expect(focal.text).toContain('Chưa có kế hoạch');
    expect(focal.hasLink('Nhập kế hoạch')).toBe(true);
    const clerk = await (await signedIn('clerk', empty)).get(plansLink);
    expect(clerk.text).toContain('Chưa có kế hoạch');
    expect(clerk.page.querySelector('main')?.querySelectorAll('a').length).toBe(0);
  });
});

describe('the page of a plan', () => {
  it('shows its tasks, targets, reports and documents, with links to each part', async () => {
    const page = await (await signedIn('officer')).get(planLink(planId));
    expect(page.heading).toBe('Kế hoạch cải cách hành chính năm 2026');
    expect(page.text).toContain('từ 98 % trở lên');
    expect(page.text).toContain('08/03/2026');
    expect(page.text).toContain('ngày 15 hằng tháng, trừ tháng 3, 6, 9, 12');
    expect(page.text).toContain('Nghị quyết 76/NQ-CP');
    const inPage = page.page
      .querySelectorAll('nav')
      .find((nav) => nav.getAttribute('aria-label') === 'Trong trang');
    const parts = inPage?.querySelectorAll('a').map((link) => link.getAttribute('href') ?? '') ?? [];
    expect(parts).toHaveLength(5);
    for (const part of parts) expect(page.page.querySelector(part)).not.toBeNull();
  });

  it('leads to each task and to the public page', async () => {
    const page = await (await signedIn('leader')).get(planLink(planId));
    expect(page.link('Rà soát thủ tục')).toMatch(/^\/nhiem-vu\/[0-9a-f-]{36}$/);
    expect(page.link(/trang công khai/)).toBe(`/xa/${home.tenant.slug}/ke-hoach/${planId}`);
  });

  it('shows markup of a plan as letters', async () => {
    const page = await (await signedIn('officer')).get(planLink(planId));
    expect(page.body).toContain('Công khai &lt;b>ngân sách');
    expect(page.page.querySelectorAll('main b').some((b) => b.textContent === 'ngân sách')).toBe(false);
  });

  it('is not found by another commune, nor by a made-up address', async () => {
    const stranger = await signedIn('focal', await testTenant(site.services));
    expect((await stranger.get(planLink(planId))).status).toBe(404);
    expect((await stranger.get(planLink('khong-co'))).status).toBe(404);
  });
});
