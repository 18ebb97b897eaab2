import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { sendTaskBack } from '#modules/planning/index.server.ts';
import { plantTasksOfAllShapes } from '#modules/planning/task/fixtures.ts';
import * as taskPolicy from '#modules/planning/task/policy.ts';
import type { TaskRelations } from '#modules/planning/task/task.ts';
import { testServices } from '#platform/db/testing.ts';
import { allPowerful, anybody, asAnybody, attempt, type Drawn } from '#platform/session/testing-rights.ts';
import { readNotice } from './commands.server.ts';
import * as policy from './policy.ts';
import { countUnreadNotices, getNotice, listNotices } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let tasks: ReadonlyMap<string, TaskRelations>;
let from: Drawn;
let told: { id: string; taskId: string; officerId: string }[];

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const unitIds = [...home.units.values()];
  const officerIds = [...home.people.values()].flatMap((one) => one.officerId ?? []);
  from = { acts: ['planning.task.read', 'workbench.notice.read'], unitIds, officerIds };
  const focal = home.signIn('focal');
  tasks = await home.as(focal, 'write', (ctx) =>
    plantTasksOfAllShapes(ctx, unitIds, officerIds.slice(1), { stage: 'submitted' }),
  );
  await home.as(focal, 'write', async (ctx) => {
    for (const id of tasks.keys()) await sendTaskBack(ctx, id, { text: 'Thiếu', version: 1 });
  });
  const { rows } = await services.migrator.query<{ id: string; record_id: string; officer_id: string }>(
    'select id, record_id, officer_id from casework.notice where tenant_id = $1',
    [home.tenant.id],
  );
  told = rows.map((row) => ({ id: row.id, taskId: row.record_id, officerId: row.officer_id }));
});

it('shows and opens to each person what that person was told of tasks that the person may read', async () => {
  expect(told.length).toBeGreaterThan(5);
  await fc.assert(
    fc.asyncProperty(anybody(from), fc.nat(), async (actor, pick) => {
      const mine = told.filter((one) => {
        const task = tasks.get(one.taskId);
        return (
          task !== undefined &&
          one.officerId === actor.officerId &&
          policy.read(actor).allowed &&
          taskPolicy.read(actor, task).allowed
        );
      });
      const place = { services, tenant: home.tenant };
      const [list, count] = await asAnybody(place, actor, async (ctx) => [
        await listNotices(ctx, { unread: true, before: undefined }),
        await countUnreadNotices(ctx),
      ]);
      const ids = mine.map((one) => one.id).toSorted();
      expect(list.notices.map((one) => one.id as string).toSorted()).toEqual(ids);
      expect(count).toBe(ids.length);
      const one = told[pick % told.length]?.id ?? '';
      const came = await attempt(place, actor, (ctx) => readNotice(ctx, one));
      expect(came === 'allowed').toBe(ids.includes(one));
    }),
    { numRuns: 80 },
  );
});

it('shows nothing to another commune', async () => {
  const [first] = told;
  const stranger = { ...allPowerful(from), officerId: first?.officerId as never };
  const place = { services, tenant: away.tenant };
  expect(await attempt(place, stranger, (ctx) => getNotice(ctx, first?.id ?? ''))).toBe('not-found');
  const list = (ctx: Parameters<typeof listNotices>[0]) =>
    listNotices(ctx, { unread: false, before: undefined });
  expect((await asAnybody(place, stranger, list)).notices).toEqual([]);
});
