import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { plantTree, type PlantedTree } from '../objective/fixtures.ts';
import { linkTasks, unlinkBatch, unlinkTask } from './commands.server.ts';
import { listLinksOfPlan, listProposals, listTargetsOfTask } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let tree: PlantedTree;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

beforeEach(async () => {
  tree = await as('focal', (ctx) =>
    plantTree(ctx, {
      targets: ['Tỷ lệ hồ sơ giải quyết đúng hạn đạt 98%', 'Số hóa kết quả đạt 100%'],
      tasks: [{ title: 'Bảo đảm hồ sơ giải quyết đúng hạn' }, { title: 'Tập huấn nghiệp vụ' }],
    }),
  );
});

function as<Value>(who: Parameters<typeof home.signIn>[0], work: (ctx: Ctx) => Promise<Value>) {
  return home.as(home.signIn(who), 'write', work);
}

function link(task: number, target: number) {
  return { taskId: tree.tasks[task] ?? '', targetId: tree.targets[target] ?? '' };
}

async function lines(act: string): Promise<{ before: object; after: object }[]> {
  const { rows } = await services.migrator.query<{ before: object; after: object }>(
    'select before, after from platform.audit_line where tenant_id = $1 and act = $2 order by at desc, id desc',
    [home.tenant.id, act],
  );
  return rows;
}

describe('linking tasks to targets', () => {
  it('links many at once, keeps what is linked already, tells the audit, and is taken back as one', async () => {
    const first = await as('focal', (ctx) => linkTasks(ctx, [link(0, 0)], 'hand'));
    expect(first).toMatchObject({ ok: true, value: { count: 1 } });
    const again = await as('focal', (ctx) => linkTasks(ctx, [link(0, 0)], 'hand'));
    expect(again).toMatchObject({ ok: false, code: 'already' });
    const more = await as('focal', (ctx) => linkTasks(ctx, [link(0, 0), link(1, 0), link(1, 1)], 'proposal'));
    expect(more).toMatchObject({ ok: true, value: { count: 2 } });
    expect((await lines('planning.task-target.link'))[0]?.after).toEqual({ linkedTasks: 'I.2' });
    const batch = more.ok ? more.value.batchId : '';
    expect(await as('focal', (ctx) => unlinkBatch(ctx, batch))).toMatchObject({
      ok: true,
      value: { count: 2 },
    });
    expect(await as('focal', (ctx) => listLinksOfPlan(ctx, tree.planId))).toEqual([link(0, 0)]);
    await expect(as('focal', (ctx) => unlinkBatch(ctx, batch))).rejects.toThrow(NotFound);
  });

  it('unlinks one with a line in the audit, and not twice', async () => {
    await as('focal', (ctx) => linkTasks(ctx, [link(0, 0)], 'hand'));
    expect((await as('focal', (ctx) => unlinkTask(ctx, link(0, 0)))).ok).toBe(true);
    expect((await lines('planning.task-target.unlink'))[0]).toMatchObject({ before: { linkedTasks: 'I.1' } });
    await expect(as('focal', (ctx) => unlinkTask(ctx, link(0, 0)))).rejects.toThrow(NotFound);
    expect(await as('focal', (ctx) => listTargetsOfTask(ctx, tree.tasks[0] ?? ('' as never)))).toEqual([]);
  });

  it('finds no target of another plan or commune, and links nothing to a plan that was replaced', async () => {
    const other = await as('focal', (ctx) => plantTree(ctx, { targets: ['Khác'], tasks: [{}] }));
    const across = { taskId: tree.tasks[0] ?? '', targetId: other.targets[0] ?? '' };
    await expect(as('focal', (ctx) => linkTasks(ctx, [across], 'hand'))).rejects.toThrow(NotFound);
    const away = await testTenant(services);
    const foreign = away.as(away.signIn('focal'), 'write', (ctx) => linkTasks(ctx, [link(0, 0)], 'hand'));
    await expect(foreign).rejects.toThrow(NotFound);
    await services.migrator.query("update planning.plan set state = 'replaced' where id = $1", [tree.planId]);
    const late = await as('focal', (ctx) => linkTasks(ctx, [link(0, 0)], 'hand'));
    expect(late).toMatchObject({ ok: false, code: 'replaced' });
  });

  it('proposes what the words suggest, and nothing of what is linked', async () => {
    const proposed = () =>
      as('focal', async (ctx) =>
        (await listProposals(ctx, tree.planId)).map(({ task, target }) => ({
          taskId: task.id,
          targetId: target.id,
        })),
      );
    expect(await proposed()).toEqual([link(0, 0)]);
    await as('focal', (ctx) => linkTasks(ctx, [link(0, 0)], 'proposal'));
    expect(await proposed()).toEqual([]);
  });
});
