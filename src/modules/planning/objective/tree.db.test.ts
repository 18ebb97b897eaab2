import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { testServices } from '#platform/db/testing.ts';
import { standingOf } from '../progress/progress.ts';
import { stateOf, taskStages } from '../task/task-life.ts';
import { plantTree } from './fixtures.ts';
import { countLinked, listFirstLinked, listLinked, type TaskPlace } from './linked-tasks.server.ts';
import { countsAs, linkFigures } from './objective.ts';
import { readTree, tasksShown } from './tree.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

const dueOn = '2026-05-11';
const seed = fc.record({
  stage: fc.constantFrom(...taskStages),
  isLate: fc.boolean(),
  unit: fc.integer({ min: 0, max: 1 }),
});

it('counts each figure as its rule does, and opens exactly the tasks that it counts, whatever narrows it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(seed, { minLength: 1, maxLength: 9 }),
      fc.uniqueArray(fc.tuple(fc.nat(8), fc.nat(2)), { maxLength: 14, selector: (pair) => pair.join() }),
      fc.option(fc.integer({ min: 0, max: 1 }), { nil: undefined }),
      async (seeds, pairs, narrowTo) => {
        const units = [...home.units.values()];
        const links = pairs.filter(([task]) => task < seeds.length);
        await home.as(home.signIn('focal'), 'write', async (ctx) => {
          const today = ctx.clock.today();
          const due = (isLate: boolean) => (isLate ? dueOn : `${Number(today.slice(0, 4)) + 1}-12-31`);
          const planted = await plantTree(ctx, {
            targets: ['Một', 'Hai', 'Ba'],
            links,
            tasks: seeds.map(({ stage, isLate, unit }) => ({
              stage,
              dueOn: due(isLate),
              leadUnitId: units[unit] ?? null,
            })),
          });
          const unitId = narrowTo === undefined ? undefined : units[narrowTo];
          const filter = { planId: planted.planId, unitId, leaderId: undefined };
          const ruled = (targets: readonly number[] | undefined) =>
            seeds.flatMap(({ stage, isLate, unit }, at) => {
              const own = links.filter(([task]) => task === at).map(([, target]) => target);
              const isMeant = targets ? own.some((one) => targets.includes(one)) : own.length === 0;
              if (!isMeant || (narrowTo !== undefined && unit !== narrowTo)) return [];
              const firstDueOn = plainDate(due(isLate));
              const doneOn = stateOf(stage) === 'open' ? null : firstDueOn;
              return standingOf({ stage, firstDueOn, doneOn }, today) ?? [];
            });
          const tree = await readTree(ctx, filter);
          // What is for no target has one figure, which is looked at below.
          const said = new Map(
            tree.branches.flatMap((branch) => [
              [branch.objective?.id as string, branch.counts] as const,
              ...branch.targets.map((one) => [one.target.id as string, one.counts] as const),
            ]),
          );
          const places: [TaskPlace, readonly number[] | undefined, string][] = [
            ...planted.targets.map((targetId, at): (typeof places)[number] => [
              { kind: 'target', targetId },
              [at],
              targetId,
            ]),
            ...planted.objectives.map((objectiveId, at): (typeof places)[number] => [
              { kind: 'objective', objectiveId },
              at === 0 ? [0, 2] : [1],
              objectiveId,
            ]),
            [{ kind: 'none' }, undefined, ''],
          ];
          for (const [place, targets, key] of places) {
            for (const figure of linkFigures) {
              const expected = ruled(targets).filter((standing) => countsAs(figure, standing)).length;
              const query = { place, figure, filter };
              expect([figure, await countLinked(ctx, query)]).toEqual([figure, expected]);
              expect(await listFirstLinked(ctx, query, 100)).toHaveLength(expected);
              const told = place.kind === 'none' ? expected : (said.get(key)?.[figure] ?? 0);
              expect(told).toBe(expected);
            }
          }
          expect(tree.looseTasks).toBe(ruled(undefined).length);
          for (const { counts, first } of tree.branches.flatMap((branch) => branch.targets)) {
            expect(first).toHaveLength(Math.min(counts.total, tasksShown));
          }
        });
      },
    ),
    { numRuns: Number(process.env.OBJECTIVE_RUNS ?? 12) },
  );
});

it('counts each time of a recurring task whose series is linked, and nothing of another plan', async () => {
  await home.as(home.signIn('focal'), 'write', async (ctx) => {
    const planted = await plantTree(ctx, { targets: ['Một'], tasks: [{}, {}, {}], links: [[0, 0]] });
    const [series, one, two] = planted.tasks;
    await ctx.writer
      ?.updateTable('planning.task')
      .set({ nature: 'series', period_from: '2026-01-01' })
      .where('id', '=', series ?? '')
      .where('tenant_id', '=', ctx.tenant.id)
      .execute();
    for (const [at, id] of [one, two].entries()) {
      await ctx.writer
        ?.updateTable('planning.task')
        .set({
          nature: 'occurrence',
          parent_id: series ?? '',
          part_no: at + 1,
          period_from: '2026-01-01',
          period_to: '2026-01-31',
          period_no: at + 1,
        })
        .where('id', '=', id ?? '')
        .where('tenant_id', '=', ctx.tenant.id)
        .execute();
    }
    const other = await plantTree(ctx, { targets: ['Hai'], tasks: [{}] });
    const filter = { planId: planted.planId, unitId: undefined, leaderId: undefined };
    const tree = await readTree(ctx, filter);
    expect(tree.branches[0]?.targets[0]?.counts.total).toBe(2);
    expect(tree.looseTasks).toBe(0);
    const place = { kind: 'target', targetId: planted.targets[0] } as TaskPlace;
    const page = await listLinked(ctx, { place, figure: 'total', filter }, undefined);
    expect(page.rows).toHaveLength(2);
    const elsewhere = { planId: other.planId, unitId: undefined, leaderId: undefined };
    expect(await countLinked(ctx, { place, figure: 'total', filter: elsewhere })).toBe(0);
  });
});
