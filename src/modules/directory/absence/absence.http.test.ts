import { expect, it } from 'vitest';
import { testSite } from '../../../entry/testing.ts';
import { absencesLink } from '../links.ts';
import { testTenant } from '../tenant/fixtures.ts';

it('an absence is recorded, cancelled and restored on its page; what is wrong keeps what was typed', async () => {
  const site = await testSite();
  const home = await testTenant(site.services);
  const visitor = site.visitor();
  await visitor.signIn(home.signIn('admin'));
  const id = (role: 'leader' | 'clerk') => home.people.get(home.signIn(role))?.officerId ?? '';
  const typed = {
    officerId: id('leader'),
    substituteId: id('clerk'),
    fromOn: '11/05/2026',
    toOn: '10/05/2026',
    reason: 'Đi <b>học</b>',
  };
  const refused = await visitor.submit(await visitor.get(absencesLink), 'Ghi vắng mặt', typed);
  expect(refused.status).toBe(422);
  expect(refused.value('Đến hết ngày')).toBe('10/05/2026');
  expect(refused.value('Người vắng')).toBe(id('leader'));
  const recorded = await visitor.submit(refused, 'Ghi vắng mặt', { toOn: '20/05/2026' });
  expect(recorded.text).toContain('Đang vắng');
  expect(recorded.body).not.toContain('<b>học</b>');
  const cancelled = await visitor.submit(recorded, /^Hủy/);
  expect(cancelled.text).toContain('Đã hủy');
  expect((await visitor.submit(cancelled, /^Khôi phục/)).text).toContain('Đang vắng');
  const other = site.visitor();
  await other.signIn(home.signIn('leader'));
  expect((await other.get(absencesLink)).status).toBe(403);
});
