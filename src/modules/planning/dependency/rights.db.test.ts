import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { allPowerful, asAnybody, doesWhatIsAllowed, type Drawn } from '#platform/session/testing-rights.ts';
import { plantTasks, plantTasksOfAllShapes } from '../task/fixtures.ts';
import * as taskPolicy from '../task/policy.ts';
import type { TaskRelations } from '../task/task.ts';
import { addDependency, removeDependency } from './commands.server.ts';
import * as policy from './policy.ts';
import { listDependencies } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let from: Drawn;
/** Tasks that wait for nothing, and tasks that wait for `first`. */
let free: ReadonlyMap<string, TaskRelations>;
let waiting: ReadonlyMap<string, TaskRelations>;
let first: { id: Id<'task'>; relations: TaskRelations };

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const unitIds = [...home.units.values()];
  const officerIds = [...home.people.values()].flatMap((one) => one.officerId ?? []);
  const acts = ['planning.dependency.add', 'planning.dependency.remove', 'planning.task.read'];
  from = { acts, unitIds, officerIds };
  const plant = () =>
    home.as(home.signIn('focal'), 'write', (ctx) =>
      plantTasksOfAllShapes(ctx, unitIds, officerIds, { stage: 'in-progress' }),
    );
  free = await plant();
  waiting = await plant();
  const { ids } = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(ctx, [{ stage: 'in-progress', leadUnitId: unitIds[0] ?? null }]),
  );
  const relations: TaskRelations = {
    state: 'open',
    stage: 'in-progress',
    leadUnitId: unitIds[0] ?? null,
    coordinatingUnitIds: [],
    assigneeId: null,
    approverId: null,
  };
  first = { id: ids[0] as Id<'task'>, relations };
  await home.as(home.signIn('focal'), 'write', async (ctx) => {
    for (const id of waiting.keys()) await addDependency(ctx, id, first.id);
  });
});

describe('what tasks wait for', () => {
  it('is said by just those whose rights say so and who see both, and by nobody from another commune', async () => {
    const deeds = [
      {
        name: 'add',
        records: free,
        may: policy.add,
        run: addDependency,
      },
      {
        name: 'remove',
        records: waiting,
        may: policy.remove,
        run: removeDependency,
      },
    ] as const;
    for (const { name, records, may, run } of deeds) {
      await doesWhatIsAllowed(
        { services, tenant: home.tenant },
        away.tenant,
        from,
        {
          records,
          deeds: [
            {
              name,
              may: (actor, task: TaskRelations) =>
                taskPolicy.read(actor, first.relations).allowed &&
                may(actor, { ...task, nature: 'single' }).allowed,
              run: (ctx, id) => run(ctx, id, first.id),
            },
          ],
        },
        50,
      );
    }
  });

  it('is shown to no other commune', async () => {
    const shown = (tenant: typeof home.tenant) =>
      asAnybody({ services, tenant }, allPowerful(from), async (ctx) => [
        (await listDependencies(ctx, first.id)).successors.length,
        (await listDependencies(ctx, [...waiting.keys()][0] as Id<'task'>)).predecessors.length,
      ]);
    expect(await shown(home.tenant)).toEqual([waiting.size, 1]);
    expect(await shown(away.tenant)).toEqual([0, 0]);
  });
});
