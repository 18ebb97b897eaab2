import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import {
  allPowerful,
  asAnybody,
  doesWhatIsAllowed,
  type Drawn,
  showsWhatMayBeRead,
} from '#platform/session/testing-rights.ts';
import { plantPapers } from '../plan/fixtures.ts';
import * as planPolicy from '../plan/policy.ts';
import { listTargetsOfPlan } from '../target/queries.server.ts';
import { plantTasksOfAllShapes } from '../task/fixtures.ts';
import * as taskPolicy from '../task/policy.ts';
import type { TaskRelations } from '../task/task.ts';
import { linkTasks, unlinkBatch, unlinkTask } from './commands.server.ts';
import * as policy from './policy.ts';
import {
  findLinkable,
  listComparedTargets,
  listLinkableOfPlan,
  listLinksOfPlan,
  listProposals,
  listTargetsOfTask,
} from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let from: Drawn;
let free: ReadonlyMap<string, TaskRelations>;
let linked: ReadonlyMap<string, TaskRelations>;
/** What each linked task was linked by. */
let batches: ReadonlyMap<string, TaskRelations>;
const planOf = new Map<string, Id<'plan'>>();
const targetOf = new Map<string, Id<'target'>>();

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const unitIds = [...home.units.values()];
  const officerIds = [...home.people.values()].flatMap((one) => one.officerId ?? []);
  from = {
    acts: [
      'planning.plan.read',
      'planning.task.read',
      'planning.task-target.link',
      'planning.task-target.unlink',
    ],
    unitIds,
    officerIds,
  };
  await home.as(home.signIn('focal'), 'write', async (ctx) => {
    const plant = async (name: string) => {
      const planted = await plantTasksOfAllShapes(ctx, unitIds, officerIds, {
        title: 'Giải quyết hồ sơ đúng hạn',
      });
      const [some] = await findLinkable(ctx, [...planted.keys()]);
      const planId = some?.planId as Id<'plan'>;
      await plantPapers(ctx, planId, { targets: [{ text: 'Giải quyết hồ sơ đúng hạn đạt 98%' }] });
      planOf.set(name, planId);
      targetOf.set(name, (await listTargetsOfPlan(ctx, planId))[0]?.id as Id<'target'>);
      return planted;
    };
    free = await plant('free');
    linked = await plant('linked');
    const made = new Map<string, TaskRelations>();
    for (const [taskId, task] of linked) {
      const outcome = await linkTasks(ctx, [{ taskId, targetId: targetOf.get('linked') ?? '' }], 'hand');
      if (outcome.ok) made.set(outcome.value.batchId, task);
    }
    batches = made;
  });
});

const mayReadBoth = (actor: Parameters<typeof planPolicy.read>[0], task: TaskRelations) =>
  planPolicy.read(actor).allowed && taskPolicy.read(actor, task).allowed;

describe('links of tasks and targets', () => {
  it('are made and taken away by just those whose rights say so and who see both', async () => {
    const pair = (id: string, name: string) => ({ taskId: id, targetId: targetOf.get(name) ?? '' });
    const may =
      (name: 'link' | 'unlink') => (actor: Parameters<typeof planPolicy.read>[0], task: TaskRelations) =>
        mayReadBoth(actor, task) && policy.may(actor, name, task).allowed;
    for (const [records, deed] of [
      [
        free,
        {
          name: 'link',
          may: may('link'),
          run: (ctx: never, id: string) => linkTasks(ctx, [pair(id, 'free')], 'hand'),
        },
      ],
      [
        linked,
        {
          name: 'unlink',
          may: may('unlink'),
          run: (ctx: never, id: string) => unlinkTask(ctx, pair(id, 'linked')),
        },
      ],
      [batches, { name: 'undo', may: may('unlink'), run: (ctx: never, id: string) => unlinkBatch(ctx, id) }],
    ] as const) {
      await doesWhatIsAllowed(
        { services, tenant: home.tenant },
        away.tenant,
        from,
        { records, deeds: [{ ...deed, run: (ctx, id) => deed.run(ctx as never, id) }] },
        40,
      );
    }
  });

  it('are shown to those who see the task and its plan', async () => {
    const ids = [...linked.keys()];
    const planId = planOf.get('linked') as Id<'plan'>;
    const place = { services, tenant: home.tenant };
    await showsWhatMayBeRead(place, from, {
      records: linked,
      mayRead: (actor, task) => taskPolicy.read(actor, task).allowed,
      shown: async (ctx) => (await findLinkable(ctx, ids)).map((one) => one.id),
    });
    await showsWhatMayBeRead(place, from, {
      records: linked,
      mayRead: (actor, task) => taskPolicy.read(actor, task).allowed,
      shown: async (ctx) => (await listLinkableOfPlan(ctx, planId)).map((one) => one.id),
    });
    await showsWhatMayBeRead(place, from, {
      records: new Map(ids.slice(0, 6).map((id) => [id, linked.get(id) as TaskRelations])),
      mayRead: mayReadBoth,
      shown: async (ctx) => {
        const found: string[] = [];
        for (const id of ids.slice(0, 6))
          if ((await listTargetsOfTask(ctx, id as Id<'task'>)).length > 0) found.push(id);
        return found;
      },
    });
    const all = (tenant: typeof home.tenant) =>
      asAnybody({ services, tenant }, allPowerful(from), async (ctx) => [
        (await listLinksOfPlan(ctx, planId)).length,
        (await listComparedTargets(ctx, planId)).length,
        (await listProposals(ctx, planOf.get('free') as Id<'plan'>)).length > 0,
      ]);
    expect(await all(home.tenant)).toEqual([linked.size, 1, true]);
    expect(await all(away.tenant)).toEqual([0, 0, false]);
  });
});
