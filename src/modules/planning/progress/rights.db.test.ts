import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { allPowerful, anybody, asAnybody, attempt, type Drawn } from '#platform/session/testing-rights.ts';
import { plantTasksOfAllShapes } from '../task/fixtures.ts';
import * as taskPolicy from '../task/policy.ts';
import type { TaskRelations } from '../task/task.ts';
import { recordProgressExport } from './commands.server.ts';
import * as policy from './policy.ts';
import { groupings, sumFigures } from './progress.ts';
import { countProgress, listAllCounted, listCounted } from './queries.server.ts';

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
  const unitIds = [...home.units.values()];
  from = { acts: ['planning.task.read', 'planning.progress.export'], unitIds, officerIds };
  tasks = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasksOfAllShapes(ctx, unitIds, officerIds),
  );
});

it('counts and lists just the tasks that the person may read', async () => {
  await fc.assert(
    fc.asyncProperty(anybody(from), fc.constantFrom(...groupings), async (actor, by) => {
      const readable = [...tasks].filter(([, task]) => taskPolicy.read(actor, task).allowed);
      const place = { services, tenant: home.tenant };
      const [groups, listed] = await asAnybody(place, actor, async (ctx) => {
        const day = ctx.clock.today();
        const all = { day, figure: 'total' as const, by, key: undefined };
        // Fewer than a page of them are planted.
        expect((await listCounted(ctx, all, undefined)).rows).toEqual(await listAllCounted(ctx, all, 50));
        return [await countProgress(ctx, day, by), await listAllCounted(ctx, all, 1_000)];
      });
      expect(sumFigures(groups).total).toBe(readable.length);
      expect(listed.map((task) => task.id as string).toSorted()).toEqual(
        readable.map(([id]) => id).toSorted(),
      );
      const came = await attempt(place, actor, (ctx) => recordProgressExport(ctx, { rows: 0 }));
      expect(came === 'allowed').toBe(policy.exported(actor).allowed);
    }),
    { numRuns: 60 },
  );
  const elsewhere = await asAnybody({ services, tenant: away.tenant }, allPowerful(from), (ctx) =>
    countProgress(ctx, ctx.clock.today(), 'unit'),
  );
  expect(elsewhere).toEqual([]);
});
