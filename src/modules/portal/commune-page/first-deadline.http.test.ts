import { expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { testSite } from '../../../entry/testing.ts';

it('shows citizens the first deadline of a moved task, and counts by it', async () => {
  const site = await testSite();
  const home = await testTenant(site.services);
  const { planId } = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(ctx, [
      { title: 'Rà soát thủ tục', stage: 'in-progress', firstDueOn: '2026-01-15', dueOn: '2099-12-30' },
    ]),
  );
  const address = `/xa/${home.tenant.slug}/ke-hoach/${planId}`;
  const visitor = site.visitor();
  const page = await visitor.get(`${address}?trang-thai=qua-han`);
  expect(page.text).toContain('Hạn đầu 15/01/2026, đã đổi sang 30/12/2099');
  const csv = await visitor.get(`${address}/nhiem-vu.csv`);
  expect(csv.body).toContain('30/12/2099,15/01/2026,Quá hạn');
});
