import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { allPowerful, anybody, asAnybody, type Drawn } from '#platform/session/testing-rights.ts';
import { plantTasksOfAllShapes } from '../task/fixtures.ts';
import type { TaskRelations } from '../task/task.ts';
import { taskDeeds, taskStages } from '../task/task-life.ts';
import { countWaiting } from './count-waiting.server.ts';
import { listWaiting } from './queries.server.ts';
import { sectionOf, waitsFor } from './waiting-task.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
const tasks = new Map<string, TaskRelations>();
let from: Drawn;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const unitIds = [...home.units.values()];
  const officerIds = [...home.people.values()].flatMap((one) => one.officerId ?? []);
  from = { acts: ['read', ...taskDeeds].map((verb) => `planning.task.${verb}`), unitIds, officerIds };
  for (const stage of taskStages) {
    const planted = await home.as(home.signIn('focal'), 'write', (ctx) =>
      plantTasksOfAllShapes(ctx, unitIds, officerIds, { stage, dueOn: '2026-05-01', dueKind: 'date' }),
    );
    for (const [id, task] of planted) tasks.set(id, task);
  }
});

it('shows each person just what waits for them, in its part, and counts as much', async () => {
  await fc.assert(
    fc.asyncProperty(anybody(from), async (actor) => {
      const [shown, count, today] = await asAnybody({ services, tenant: home.tenant }, actor, async (ctx) => [
        await listWaiting(ctx, { most: 1_000 }),
        await countWaiting(ctx),
        ctx.clock.today(),
      ]);
      const expected = [...tasks].flatMap(([id, task]) => {
        const waiting = waitsFor(actor, task);
        return waiting
          ? [`${id} ${sectionOf(waiting.kind, '2026-05-01' as never, today)} ${waiting.insteadOf}`]
          : [];
      });
      const found = shown.flatMap(({ section, tasks: ofSection }) =>
        ofSection.map((task) => `${task.id} ${section} ${task.insteadOf}`),
      );
      expect(found.toSorted()).toEqual(expected.toSorted());
      expect(count).toBe(expected.length);
      for (const part of shown) expect(part.total).toBe(part.tasks.length);
    }),
    { numRuns: 60 },
  );
});

it('shows some of each part and counts all of it; nothing of another commune', async () => {
  const officerId = [...tasks.values()].find((task) => task.assigneeId)?.assigneeId as Id<'officer'>;
  const actor = { ...allPowerful(from), officerId };
  const list = (tenant: typeof home.tenant) =>
    asAnybody({ services, tenant }, actor, (ctx) => listWaiting(ctx, { most: 2, only: 'accept' }));
  const [part] = await list(home.tenant);
  expect(part?.tasks).toHaveLength(2);
  expect(part?.total).toBeGreaterThan(2);
  expect(await list(away.tenant)).toEqual([]);
});
