import { beforeAll, expect, it } from 'vitest';
import { testSite, type Visitor } from '#entry/testing.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { digestPlace } from '#modules/workbench/index.server.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { systemActor } from '#platform/session/actor.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { digestLink } from '../links.ts';
import { makeDigestsNow } from './jobs.server.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;

async function morning(day: string): Promise<void> {
  const actor = systemActor('morning-letter', ['casework.digest.make']);
  const services = { ...site.services, clock: fixedClock(`${day}T07:30:00+07:00`) };
  const occasion = { tenant: home.tenant, actor, lang: 'vi' as const, requestId: 'clock' };
  await makeDigestsNow((mode, work) => openCtx(services, mode, occasion, work), digestPlace, { baseUrl: '' });
}

async function at(role: 'officer' | 'clerk'): Promise<Visitor> {
  const visitor = site.visitor();
  await visitor.signIn(home.signIn(role));
  return visitor;
}

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(
      ctx,
      Array.from({ length: 17 }, (_, number) => ({
        title: `Rà soát đợt ${number + 1}`,
        assigneeId: home.people.get(home.signIn('officer'))?.officerId ?? null,
        dueOn: '2026-05-08',
        stage: 'in-progress' as const,
      })),
    ),
  );
  await morning('2026-05-11');
  await morning('2026-05-12');
});

it('stands in the app as it was written, with the way to each task and to earlier mornings', async () => {
  const officer = await at('officer');
  const latest = await officer.get(digestLink());
  expect(latest.text).toContain('Thư buổi sáng thứ Ba, 12/05/2026');
  expect(latest.text).toContain('I.1 Rà soát đợt 1, hạn 08/05/2026, quá 2 ngày làm việc');
  expect(latest.text).toContain('và 2 mục nữa trong phần mềm');
  const earlier = await officer.get(latest.link('thứ Hai, 11/05/2026'));
  expect(earlier.text).toContain('quá 1 ngày làm việc');
  const task = await officer.get(earlier.link('I.1 Rà soát đợt 1, hạn 08/05/2026, quá 1 ngày làm việc'));
  expect(task.status).toBe(200);
});

it('says what it would be to whoever has had none, and finds no day of somebody else', async () => {
  const clerk = await at('clerk');
  expect((await clerk.get(digestLink())).text).toContain('Chưa có thư buổi sáng nào');
  expect((await clerk.get(digestLink('2026-05-12'))).status).toBe(404);
  expect((await clerk.get(digestLink('ngay-mai'))).status).toBe(404);
});
