import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import {
  allPowerful,
  anybody,
  asAnybody,
  attempt,
  doesWhatIsAllowed,
  type Drawn,
  showsWhatMayBeRead,
} from '#platform/session/testing-rights.ts';
import * as planPolicy from '../plan/policy.ts';
import { plantTasksOfAllShapes } from '../task/fixtures.ts';
import * as taskPolicy from '../task/policy.ts';
import type { TaskRelations } from '../task/task.ts';
import {
  addObjective,
  discardObjective,
  editObjective,
  placeTarget,
  recordObjectiveExport,
  restoreObjective,
} from './commands.server.ts';
import { plantTree, type PlantedTree } from './fixtures.ts';
import { countLinked, listFirstLinked, listLinked } from './linked-tasks.server.ts';
import * as policy from './policy.ts';
import { getObjective, listObjectiveEvents, listObjectives, listTreeTargets } from './queries.server.ts';
import { readTree } from './tree.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let from: Drawn;
let tree: PlantedTree;
let tasks: ReadonlyMap<string, TaskRelations>;

const verbs = ['add', 'edit', 'discard', 'restore', 'place'] as const;
const given = { title: 'Khác', ownerId: null, ordinal: null, reason: 'x' };
const wide = { planId: undefined, unitId: undefined, leaderId: undefined };
const inForce = { isInForce: true };

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
      'planning.objective.export',
      ...verbs.map((verb) => `planning.objective.${verb}`),
    ],
    unitIds,
    officerIds,
  };
  await home.as(home.signIn('focal'), 'write', async (ctx) => {
    tree = await plantTree(ctx, { targets: ['Một', 'Hai'], tasks: [] });
    tasks = await plantTasksOfAllShapes(ctx, unitIds, officerIds);
  });
});

describe('objectives', () => {
  it('are shown with their targets to those who read plans, and to no other commune', async () => {
    const shown = {
      objectives: async (ctx: Parameters<typeof listObjectives>[0]) =>
        (await listObjectives(ctx, tree.planId)).map((one) => one.id as string),
      targets: async (ctx: Parameters<typeof listObjectives>[0]) =>
        (await listTreeTargets(ctx, tree.planId)).map((one) => one.id as string),
    };
    for (const [name, ids] of [
      ['objectives', tree.objectives],
      ['targets', tree.targets],
    ] as const) {
      await showsWhatMayBeRead({ services, tenant: home.tenant }, from, {
        records: new Map(ids.map((id) => [id as string, {}])),
        mayRead: (actor) => planPolicy.read(actor).allowed,
        shown: shown[name],
      });
      expect(await asAnybody({ services, tenant: away.tenant }, allPowerful(from), shown[name])).toEqual([]);
    }
  });

  it('are ordered by just those whose rights say so', async () => {
    const may = (verb: (typeof verbs)[number]) => (actor: Parameters<typeof policy.may>[0]) =>
      policy.may(actor, verb, inForce).allowed;
    const [first, second] = tree.objectives as [Id<'objective'>, Id<'objective'>];
    const target = tree.targets[0] as Id<'target'>;
    await doesWhatIsAllowed({ services, tenant: home.tenant }, away.tenant, from, {
      records: new Map([[second as string, {}]]),
      deeds: [
        { name: 'get', may: (actor) => policy.read(actor).allowed, run: getObjective },
        {
          name: 'edit',
          may: may('edit'),
          run: (ctx, id) => editObjective(ctx, id, { ...given, version: 1 }),
        },
        { name: 'discard', may: may('discard'), run: (ctx, id) => discardObjective(ctx, id, '') },
        { name: 'place', may: may('place'), run: (ctx, id) => placeTarget(ctx, target, id) },
      ],
    });
    await doesWhatIsAllowed({ services, tenant: home.tenant }, away.tenant, from, {
      records: new Map([[tree.planId as string, {}]]),
      deeds: [{ name: 'add', may: may('add'), run: (ctx, id) => addObjective(ctx, id, given) }],
    });
    await services.migrator.query('update planning.objective set removed_at = now() where id = $1', [first]);
    await doesWhatIsAllowed({ services, tenant: home.tenant }, away.tenant, from, {
      records: new Map([[first as string, {}]]),
      deeds: [{ name: 'restore', may: may('restore'), run: restoreObjective }],
    });
    await services.migrator.query('update planning.objective set removed_at = null where id = $1', [first]);
  });

  it('count and list just the tasks that the person may read', async () => {
    const place = { services, tenant: home.tenant };
    const query = { place: { kind: 'none' }, figure: 'total', filter: wide } as const;
    await fc.assert(
      fc.asyncProperty(anybody(from), async (actor) => {
        const readable = [...tasks].filter(([, task]) => taskPolicy.read(actor, task).allowed);
        const [count, listed, firstPage] = await asAnybody(place, actor, async (ctx) => [
          await countLinked(ctx, query),
          await listFirstLinked(ctx, query, 1_000),
          await listLinked(ctx, query, undefined),
        ]);
        expect(count).toBe(readable.length);
        expect(listed.map((task) => task.id as string).toSorted()).toEqual(
          readable.map(([id]) => id).toSorted(),
        );
        expect(firstPage.rows).toEqual(listed.slice(0, 50));
        const read = await attempt(place, actor, async (ctx) => {
          expect((await readTree(ctx, wide)).looseTasks).toBe(readable.length);
        });
        expect(read === 'allowed').toBe(policy.read(actor).allowed);
        const came = await attempt(place, actor, (ctx) => recordObjectiveExport(ctx, { rows: 0 }));
        expect(came === 'allowed').toBe(policy.exported(actor).allowed);
      }),
      { numRuns: 40 },
    );
    const elsewhere = await asAnybody({ services, tenant: away.tenant }, allPowerful(from), async (ctx) => [
      await countLinked(ctx, query),
      (await readTree(ctx, { ...wide, planId: tree.planId })).branches.length,
      (await listObjectiveEvents(ctx, tree.objectives[0] as Id<'objective'>)).length,
    ]);
    expect(elsewhere).toEqual([0, 0, 0]);
  });
});
