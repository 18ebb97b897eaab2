import { expect, it } from 'vitest';
import { setOwnDays } from '#modules/calendar/own-day/commands.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { testSite } from '../../../entry/testing.ts';
import { assignTask } from './commands/assign.server.ts';
import { plantTasks } from './fixtures.ts';

it('a day that the office closes after the deadline was set is counted out, named, and moves no deadline', async () => {
  const clock = { at: '2026-05-12T10:30:00+07:00' };
  const now = () => fixedClock(clock.at);
  const site = await testSite({ clock: { now: () => now().now(), today: () => now().today() } });
  const home = await testTenant(site.services);
  const due = plainDate('2026-05-19');
  const id = await home.as(home.signIn('focal'), 'write', async (ctx) => {
    const { ids } = await plantTasks(ctx, [{ title: 'Rà soát' }]);
    const nobody = { assigneeId: null, approverId: null, leadUnitId: null };
    await assignTask(ctx, ids[0] ?? '', { ...nobody, dueOn: due, version: 1 });
    return ids[0];
  });
  const visitor = site.visitor();
  await visitor.signIn(home.signIn('focal'));
  const before = await visitor.get(`/nhiem-vu/${id}`);
  expect(before.text).toContain('Còn 5 ngày làm việc');
  expect(before.text).toMatch(/thứ Sáu 15\/05\/2026 ?Ngày làm việc ?3/);
  expect(before.text).toMatch(/thứ Bảy 16\/05\/2026 ?Cuối tuần ?không tính/);
  clock.at = '2026-05-12T15:00:00+07:00';
  await home.as(home.signIn('admin'), 'write', async (ctx) => {
    await setOwnDays(ctx, { offOn: plainDate('2026-05-15'), workOn: undefined, reason: 'Lễ hội làng' });
    await setOwnDays(ctx, { offOn: due, workOn: undefined, reason: 'Mất điện' });
  });
  const after = await visitor.get(`/nhiem-vu/${id}`);
  expect(after.text).toContain('Còn 3 ngày làm việc');
  expect(after.text).toContain('hạn thứ Ba 19/05/2026');
  expect(after.text).toMatch(
    /15\/05\/2026 ?Cơ quan nghỉ riêng: Lễ hội làng · thêm vào lịch sau khi đặt hạn ?không tính/,
  );
  expect(after.text).toContain('Ngày 15/05/2026 (Lễ hội làng) được thêm vào lịch sau khi đặt hạn');
  expect(after.text).toContain(
    'Ngày hạn 19/05/2026 không phải ngày làm việc (Cơ quan nghỉ riêng: Mất điện). Hạn vẫn là ngày này; ngày làm việc cuối cùng trước hạn là 18/05/2026.',
  );
});
