import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plantTasksOfAllShapes } from '#modules/planning/task/fixtures.ts';
import * as taskPolicy from '#modules/planning/task/policy.ts';
import type { TaskRelations } from '#modules/planning/task/task.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { allPowerful, asAnybody, type Drawn, showsWhatMayBeRead } from '#platform/session/testing-rights.ts';
import { searchEverything } from './queries.server.ts';

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
  const acts = [
    'planning.task.read',
    'planning.plan.read',
    'planning.plan-draft.read',
    'directory.officer.edit',
  ];
  from = { acts, unitIds: [...home.units.values()], officerIds };
  tasks = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasksOfAllShapes(ctx, [...home.units.values()], officerIds, { title: 'Quạ khoang bay' }),
  );
});

const found = async (ctx: Ctx) => {
  const { groups } = await searchEverything(ctx, 'quạ khoang', 100);
  return groups.flatMap((group) => group.hits.map((hit) => hit.href.split('/').at(-1) ?? ''));
};

it('finds just the tasks that the person may read, and nothing of another commune', async () => {
  await showsWhatMayBeRead({ services, tenant: home.tenant }, from, {
    records: tasks,
    mayRead: (actor, task) => taskPolicy.read(actor, task).allowed,
    shown: found,
  });
  expect(await asAnybody({ services, tenant: away.tenant }, allPowerful(from), found)).toEqual([]);
});
