import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { allPowerful, asAnybody, type Drawn, showsWhatMayBeRead } from '#platform/session/testing-rights.ts';
import { plantTasksOfAllShapes } from '../task/fixtures.ts';
import * as policy from '../task/policy.ts';
import type { TaskRelations } from '../task/task.ts';
import { listTasksOfYear } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let tasks: ReadonlyMap<string, TaskRelations>;
let from: Drawn;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const officerIds = [...home.people.values()].flatMap((one) => one.officerId ?? []);
  from = { acts: ['planning.task.read'], unitIds: [...home.units.values()], officerIds };
  tasks = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasksOfAllShapes(ctx, [...home.units.values()], officerIds, { dueOn: '2026-06-30' }),
  );
});

it('shows just the tasks that the person may read, and none of another commune', async () => {
  await showsWhatMayBeRead({ services, tenant: home.tenant }, from, {
    records: tasks,
    mayRead: (actor, task) => policy.read(actor, task).allowed,
    shown: async (ctx) => (await listTasksOfYear(ctx, 2026, undefined)).tasks.map((task) => task.id),
  });
  const strangers = await asAnybody({ services, tenant: away.tenant }, allPowerful(from), (ctx) =>
    listTasksOfYear(ctx, 2026, undefined),
  );
  expect(strangers.tasks).toEqual([]);
});
