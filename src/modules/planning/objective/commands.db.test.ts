import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import {
  addObjective,
  discardObjective,
  editObjective,
  placeTarget,
  restoreObjective,
} from './commands.server.ts';
import { plantTree, type PlantedTree } from './fixtures.ts';
import { getObjective, listObjectiveEvents, listObjectives, listTreeTargets } from './queries.server.ts';
import { objectiveTrash } from './trash.server.ts';
import { act } from '#platform/db/act.ts';
import { done } from '#platform/db/outcome.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let tree: PlantedTree;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

beforeEach(async () => {
  tree = await as('focal', (ctx) => plantTree(ctx, { targets: ['Một', 'Hai'], tasks: [{}] }));
});

function as<Value>(who: Parameters<typeof home.signIn>[0], work: (ctx: Ctx) => Promise<Value>) {
  return home.as(home.signIn(who), 'write', work);
}

const given = { title: 'Phục vụ người dân tốt hơn', ownerId: null, ordinal: null, reason: 'Họp giao ban' };

describe('objectives', () => {
  it('are added at the end with their reason, not twice, and not to a plan that was replaced', async () => {
    const added = await as('focal', (ctx) => addObjective(ctx, tree.planId, given));
    const id = added.ok ? added.value : ('' as never);
    expect(await as('focal', (ctx) => getObjective(ctx, id))).toMatchObject({
      title: given.title,
      ordinal: 2,
      version: 1,
    });
    expect(await as('focal', (ctx) => listObjectiveEvents(ctx, id))).toMatchObject([
      { kind: 'added', reason: 'Họp giao ban' },
    ]);
    const twice = await as('focal', (ctx) => addObjective(ctx, tree.planId, given));
    expect(twice).toMatchObject({ ok: false, code: 'same-title' });
    const stranger = { ...given, title: 'Khác', ownerId: tree.tasks[0] as never };
    expect(await as('focal', (ctx) => addObjective(ctx, tree.planId, stranger))).toMatchObject({
      code: 'unknown-person',
    });
    await services.migrator.query("update planning.plan set state = 'replaced' where id = $1", [tree.planId]);
    expect(await as('focal', (ctx) => addObjective(ctx, tree.planId, given))).toMatchObject({
      code: 'replaced',
    });
  });

  it('are edited by one of two editors, and the other is told', async () => {
    const [id] = tree.objectives;
    if (!id) throw new Error('nothing was planted');
    const ownerId = home.people.get(home.signIn('leader'))?.officerId ?? null;
    const to = { ...given, ownerId, ordinal: 5, version: 1 };
    expect(await as('focal', (ctx) => editObjective(ctx, id, to))).toMatchObject({
      ok: true,
      value: { version: 2 },
    });
    expect(await as('focal', (ctx) => editObjective(ctx, id, to))).toMatchObject({
      code: 'changed-meanwhile',
    });
    const same = await as('focal', (ctx) => editObjective(ctx, id, { ...to, version: 2 }));
    expect(same).toMatchObject({ code: 'nothing-changed' });
    expect(await as('focal', (ctx) => getObjective(ctx, id))).toMatchObject({ ownerId, ordinal: 5 });
    expect(await as('focal', (ctx) => listObjectiveEvents(ctx, id))).toMatchObject([
      { kind: 'edited', text: 'Mục tiêu 1' },
    ]);
  });

  it('take a target from one another, and go to the trash only when they have none', async () => {
    const [first, second] = tree.objectives;
    const [target, other] = tree.targets;
    if (!first || !second || !target || !other) throw new Error('nothing was planted');
    expect(await as('focal', (ctx) => discardObjective(ctx, first, ''))).toMatchObject({
      code: 'has-targets',
    });
    expect(await as('focal', (ctx) => placeTarget(ctx, target, second))).toMatchObject({ ok: true });
    expect(await as('focal', (ctx) => placeTarget(ctx, target, second))).toMatchObject({
      code: 'nothing-changed',
    });
    const elsewhere = await as('focal', (ctx) => plantTree(ctx, { targets: [], tasks: [] }));
    await expect(
      as('focal', (ctx) => placeTarget(ctx, target, elsewhere.objectives[0] ?? '')),
    ).rejects.toThrow(NotFound);
    expect((await as('focal', (ctx) => discardObjective(ctx, first, 'Nhập hai lần'))).ok).toBe(true);
    expect(await as('focal', (ctx) => discardObjective(ctx, first, ''))).toMatchObject({ code: 'discarded' });
    const shown = () =>
      as('focal', async (ctx) => (await listObjectives(ctx, tree.planId)).map((one) => one.id));
    expect(await shown()).toEqual([second]);
    expect((await as('focal', (ctx) => restoreObjective(ctx, first))).ok).toBe(true);
    await expect(as('focal', (ctx) => restoreObjective(ctx, first))).rejects.toThrow(NotFound);
    expect(await shown()).toEqual([first, second]);
    const placed = await as('focal', (ctx) => listTreeTargets(ctx, tree.planId));
    expect(placed.map((one) => one.objectiveId)).toEqual([second, second]);
  });

  it('are removed for good after their time in the trash, and only from there', async () => {
    const [kept, gone] = (await as('focal', (ctx) => plantTree(ctx, { targets: [], tasks: [] }))).objectives;
    if (!kept || !gone) throw new Error('nothing was planted');
    await as('focal', async (ctx) => {
      await discardObjective(ctx, gone, '');
      await act(ctx, 'test.purge', async (tx) => {
        await objectiveTrash.purge?.(ctx, tx, [kept, gone]);
        await tx.audit({ recordKind: 'tenant', recordId: ctx.tenant.id, before: null, after: null });
        return done();
      });
      expect((await getObjective(ctx, kept)).id).toBe(kept);
      await expect(getObjective(ctx, gone)).rejects.toThrow(NotFound);
    });
  });

  it('that the plan itself says are not thrown away', async () => {
    const [id] = tree.objectives;
    await services.migrator.query("update planning.objective set source = 'section' where id = $1", [id]);
    expect(await as('focal', (ctx) => discardObjective(ctx, id ?? '', ''))).toMatchObject({
      code: 'of-plan',
    });
  });
});
