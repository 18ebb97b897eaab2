import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { allPowerful, asAnybody, doesWhatIsAllowed, type Drawn } from '#platform/session/testing-rights.ts';
import { plantTasksOfAllShapes } from '../task/fixtures.ts';
import type { TaskRelations } from '../task/task.ts';
import { addSubTask } from './commands.server.ts';
import * as policy from './policy.ts';
import { listSubTasks } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let from: Drawn;
let tasks: ReadonlyMap<string, TaskRelations>;
const given = {
  title: 'Phần',
  assigneeId: null,
  approverId: null,
  leadUnitId: null,
  dueOn: null,
  product: null,
};

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const unitIds = [...home.units.values()];
  const officerIds = [...home.people.values()].flatMap((one) => one.officerId ?? []);
  from = { acts: ['planning.sub-task.add', 'planning.task.read'], unitIds, officerIds };
  tasks = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasksOfAllShapes(ctx, unitIds, officerIds, { stage: 'in-progress' }),
  );
});

describe('parts of tasks', () => {
  it('are added by just those whose rights say so, and by nobody from another commune', async () => {
    await doesWhatIsAllowed(
      { services, tenant: home.tenant },
      away.tenant,
      from,
      {
        records: tasks,
        deeds: [
          {
            name: 'add',
            may: (actor, task: TaskRelations) => policy.add(actor, { ...task, nature: 'single' }).allowed,
            run: (ctx, id) => addSubTask(ctx, id, given),
          },
        ],
      },
      60,
    );
  });

  it('are listed to no other commune, and to nobody who may not read them', async () => {
    const [taskId = ''] = tasks.keys();
    await home.as(home.signIn('focal'), 'write', (ctx) => addSubTask(ctx, taskId, given));
    const listed = (tenant: typeof home.tenant, grants?: Map<string, 'own'>) =>
      asAnybody({ services, tenant }, { ...allPowerful(from), ...(grants && { grants }) }, (ctx) =>
        listSubTasks(ctx, taskId as Id<'task'>),
      );
    expect(await listed(home.tenant)).toHaveLength(1);
    expect(await listed(home.tenant, new Map([['planning.task.read', 'own']]))).toEqual([]);
    expect(await listed(away.tenant)).toEqual([]);
  });
});
