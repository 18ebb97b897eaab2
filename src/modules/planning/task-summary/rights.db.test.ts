import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { allPowerful, anybody, asAnybody, type Drawn } from '#platform/session/testing-rights.ts';
import { plantTasksOfAllShapes } from '../task/fixtures.ts';
import * as policy from '../task/policy.ts';
import { type TaskRelations } from '../task/task.ts';
import { summarizeTasks, sumUp } from './queries.server.ts';

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
    plantTasksOfAllShapes(ctx, [...home.units.values()], officerIds),
  );
});

it('counts just the tasks that the person may read, and none of another commune', async () => {
  const count = (where: typeof home, actor: Parameters<typeof asAnybody>[1]) =>
    asAnybody({ services, tenant: where.tenant }, actor, async (ctx) =>
      sumUp(await summarizeTasks(ctx, await loadOfficeCalendar(ctx), 'unit')),
    );
  await fc.assert(
    fc.asyncProperty(anybody(from), async (actor) => {
      const readable = [...tasks.values()].filter((task) => policy.read(actor, task).allowed);
      const counted = await count(home, actor);
      expect(counted.total).toBe(readable.length);
      expect(counted.unassigned).toBe(readable.filter((task) => task.assigneeId === null).length);
    }),
    { numRuns: 80 },
  );
  expect((await count(away, allPowerful(from))).total).toBe(0);
});
