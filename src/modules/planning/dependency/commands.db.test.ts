import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { plantTasks } from '../task/fixtures.ts';
import { listTaskEvents } from '../task/queries.server.ts';
import { addDependency, removeDependency } from './commands.server.ts';
import { listDependencies } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

const asFocal = <Result>(work: Parameters<typeof home.as<Result>>[2]) =>
  home.as(home.signIn('focal'), 'write', work);

async function planted(count: number) {
  const seeds = Array.from({ length: count }, (_, n) => ({
    code: `N${n + 1}`,
    stage: 'in-progress' as const,
  }));
  const { ids } = await asFocal((ctx) => plantTasks(ctx, seeds));
  const add = (task: number, predecessor: number) =>
    asFocal((ctx) => addDependency(ctx, ids[task] ?? '', ids[predecessor] ?? ''));
  return { ids, add };
}

describe('a task that waits for others', () => {
  it('shows them, and they show it, and both additions and removals stand in its history', async () => {
    const { ids, add } = await planted(2);
    const [task, first] = ids as [(typeof ids)[number], (typeof ids)[number]];
    expect(await add(0, 1)).toMatchObject({ ok: true });
    const codes = async (id: typeof task) => {
      const { predecessors, successors } = await asFocal((ctx) => listDependencies(ctx, id));
      return [predecessors.map((row) => row.code), successors.map((row) => row.code)];
    };
    expect(await codes(task)).toEqual([['N2'], []]);
    expect(await codes(first)).toEqual([[], ['N1']]);
    expect(await add(0, 1)).toMatchObject({ code: 'already' });
    await asFocal((ctx) => removeDependency(ctx, task, first));
    expect(await codes(task)).toEqual([[], []]);
    const events = await asFocal((ctx) => listTaskEvents(ctx, task));
    expect(events.map((event) => event.kind)).toEqual(['dependency-removed', 'dependency-added']);
  });

  it('never waits in a circle, which is named from end to end', async () => {
    const { add } = await planted(3);
    await add(0, 1);
    await add(1, 2);
    expect(await add(2, 0)).toMatchObject({ code: 'circle', detail: { circle: 'N3 → N1 → N2 → N3' } });
    expect(await add(0, 0)).toMatchObject({ code: 'circle', detail: { circle: 'N1 → N1' } });
  });

  it('makes no circle of halves that people add at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { add } = await planted(4);
      await Promise.all([add(1, 2), add(3, 0)]);
      const both = await Promise.all([add(0, 1), add(2, 3)]);
      expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
      expect(both.flatMap((outcome) => (outcome.ok ? [] : outcome.code))).toEqual(['circle']);
    }
  });

  it('neither waits once it is closed, nor for its own part', async () => {
    const { ids } = await asFocal((ctx) => plantTasks(ctx, [{ stage: 'done' }, { stage: 'in-progress' }]));
    const wait = () => asFocal((ctx) => addDependency(ctx, ids[0] ?? '', ids[1] ?? ''));
    expect(await wait()).toMatchObject({ code: 'wrong-state' });
    await services.migrator.query(
      `update planning.task set nature = 'sub-task', parent_id = $3, part_no = 1, stage = 'assigned', state = 'open',
         closed_on = null, closing_text = null where tenant_id = $1 and id = $2`,
      [home.tenant.id, ids[0], ids[1]],
    );
    expect(await wait()).toMatchObject({ code: 'own-part' });
  });
});
