import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { loadWorkCalendar } from '#modules/calendar/index.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { parseId } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { allPowerful, anybody, asAnybody, type Drawn } from '#platform/session/testing-rights.ts';
import { plantTasksOfAllShapes } from '../task/fixtures.ts';
import { taskList } from '../task/input.ts';
import * as policy from '../task/policy.ts';
import type { TaskRelations } from '../task/task.ts';
import { listGroups } from './group-sums.server.ts';
import { countByDay, listBoard, listByDay, listStarts } from './queries.server.ts';
import { groupings } from './task-look.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let from: Drawn;
let tasks: ReadonlyMap<string, TaskRelations>;

const day = plainDate('2026-06-30');

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const units = [...home.units.values()];
  const officerIds = [...home.people.values()].flatMap((one) => one.officerId ?? []);
  from = { acts: ['planning.task.read'], unitIds: units, officerIds };
  tasks = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasksOfAllShapes(ctx, units, officerIds, { dueOn: day }),
  );
});

/** How many tasks each look counts, and those that it names. */
async function seen(ctx: Ctx) {
  const calendar = await loadWorkCalendar(ctx.db);
  const filter = taskList();
  const board = await listBoard(ctx, calendar, filter);
  const days = await countByDay(ctx, calendar, filter, day, day);
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const counts = [sum(board.map(({ count }) => count)), sum(days.map(({ total }) => total))];
  for (const grouping of groupings) {
    const groups = await listGroups(ctx, calendar, filter, grouping);
    counts.push(sum(groups.map(({ total }) => total)));
  }
  const named = [
    ...board.flatMap(({ cards }) => cards),
    ...(await listByDay(ctx, calendar, filter, day, day)),
  ];
  return { counts, named: named.map(({ id }) => id as string) };
}

it('every look counts and names just the tasks that the person may read', async () => {
  await fc.assert(
    fc.asyncProperty(anybody(from), async (actor) => {
      const allowed = [...tasks].filter(([, task]) => policy.read(actor, task).allowed).map(([id]) => id);
      const { counts, named } = await asAnybody({ services, tenant: home.tenant }, actor, seen);
      expect(new Set(counts)).toEqual(new Set([allowed.length]));
      expect(named.filter((id) => !allowed.includes(id))).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

it('shows nothing of another commune', async () => {
  const stranger = allPowerful(from);
  const elsewhere = { services, tenant: away.tenant };
  const { counts, named } = await asAnybody(elsewhere, stranger, seen);
  expect([new Set(counts), named]).toEqual([new Set([0]), []]);
  const ids = [...tasks.keys()].flatMap((id) => parseId<'task'>(id) ?? []);
  expect((await asAnybody(elsewhere, stranger, (ctx) => listStarts(ctx, ids))).size).toBe(0);
});
