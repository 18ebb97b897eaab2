import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import { assignTask, cancelTask, completeTask, reopenTask } from './commands.server.ts';
import { plantTasks, type TaskSeed } from './fixtures.ts';
import { getTask, listTaskEvents } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

const as = <Result>(role: Parameters<typeof home.signIn>[0], work: Parameters<typeof home.as<Result>>[2]) =>
  home.as(home.signIn(role), 'write', work);

async function plant(seed: TaskSeed = {}): Promise<string> {
  const { ids } = await as('focal', (ctx) => plantTasks(ctx, [seed]));
  return ids[0] as string;
}

async function auditOf(taskId: string): Promise<string[]> {
  const { rows } = await services.migrator.query<{ act: string }>(
    'select act from platform.audit_line where record_id = $1 order by at, id',
    [taskId],
  );
  return rows.map((row) => row.act);
}

describe('finishing a task', () => {
  it('keeps the product, the day, an event and an audit line', async () => {
    const id = await plant();
    expect(
      await as('focal', (ctx) => completeTask(ctx, id, { text: 'Báo cáo 31/BC-UBND', version: 1 })),
    ).toMatchObject({ ok: true });
    const [task, events] = await as('focal', async (ctx) => {
      const found = await getTask(ctx, id);
      return [found, await listTaskEvents(ctx, found.id)] as const;
    });
    expect(task).toMatchObject({
      state: 'done',
      closingText: 'Báo cáo 31/BC-UBND',
      closedOn: '2026-05-12',
      version: 2,
    });
    expect(events.map((event) => event.kind)).toEqual(['completed']);
    expect(await auditOf(id)).toEqual(['planning.task.complete']);
  });

  it('is refused the second time and writes nothing more', async () => {
    const id = await plant();
    await as('focal', (ctx) => completeTask(ctx, id, { text: 'một', version: 1 }));
    expect(await as('focal', (ctx) => completeTask(ctx, id, { text: 'hai', version: 2 }))).toMatchObject({
      ok: false,
      code: 'wrong-state',
    });
    expect(await auditOf(id)).toHaveLength(1);
  });

  it('is refused to somebody who read an older version', async () => {
    const id = await plant();
    await as('focal', (ctx) =>
      assignTask(ctx, id, {
        assigneeId: null,
        approverId: null,
        leadUnitId: null,
        dueOn: undefined,
        version: 1,
      }),
    );
    expect(await as('focal', (ctx) => completeTask(ctx, id, { text: 'x', version: 1 }))).toMatchObject({
      code: 'changed-meanwhile',
    });
  });

  it('is done once when two try at the same time', async () => {
    const id = await plant();
    const both = await Promise.all(
      ['a', 'b'].map((text) => as('focal', (ctx) => completeTask(ctx, id, { text, version: 1 }))),
    );
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await auditOf(id)).toHaveLength(1);
  });

  it('belongs to the assigned officer, not to a colleague', async () => {
    const mine = await plant({ assigneeId: home.people.get(home.signIn('officer'))?.officerId ?? null });
    const other = await plant();
    expect(await as('officer', (ctx) => completeTask(ctx, mine, { text: 'x', version: 1 }))).toMatchObject({
      ok: true,
    });
    await expect(
      as('officer', (ctx) => completeTask(ctx, other, { text: 'x', version: 1 })),
    ).rejects.toBeInstanceOf(Forbidden);
    expect(await auditOf(other)).toEqual([]);
  });

  it('does not find a task of another commune', async () => {
    const id = await plant();
    const stranger = await testTenant(services);
    await expect(
      stranger.as(stranger.signIn('focal'), 'write', (ctx) =>
        completeTask(ctx, id, { text: 'x', version: 1 }),
      ),
    ).rejects.toBeInstanceOf(NotFound);
  });
});

describe('assigning a task', () => {
  it('sets people, unit and day, and keeps the printed words', async () => {
    const id = await plant({ dueKind: 'year' });
    const officer = home.people.get(home.signIn('officer'))?.officerId ?? null;
    const leader = home.people.get(home.signIn('leader'))?.officerId ?? null;
    const unit = [...home.units.values()][1] ?? null;
    const day = '2026-06-30' as never;
    await as('focal', (ctx) =>
      assignTask(ctx, id, {
        assigneeId: officer,
        approverId: leader,
        leadUnitId: unit,
        dueOn: day,
        version: 1,
      }),
    );
    expect(await as('focal', (ctx) => getTask(ctx, id))).toMatchObject({
      assigneeId: officer,
      approverId: leader,
      leadUnitId: unit,
      dueOn: day,
      dueKind: 'date',
    });
  });

  it('refuses a person of another commune', async () => {
    const id = await plant();
    const stranger = await testTenant(services);
    const outsider = stranger.people.get(stranger.signIn('officer'))?.officerId ?? null;
    expect(
      await as('focal', (ctx) =>
        assignTask(ctx, id, {
          assigneeId: outsider,
          approverId: null,
          leadUnitId: null,
          dueOn: undefined,
          version: 1,
        }),
      ),
    ).toMatchObject({ code: 'unknown-choice' });
  });

  it('is for the head of the unit that answers, not of one that helps', async () => {
    const [, culture, economy] = [...home.units.values()];
    const own = await plant({ leadUnitId: culture ?? null });
    const helping = await plant({
      leadUnitId: economy ?? null,
      coordinatingUnitIds: culture ? [culture] : [],
    });
    const nobody = { assigneeId: null, approverId: null, dueOn: undefined, version: 1 };
    expect(
      await as('unit-head', (ctx) => assignTask(ctx, own, { ...nobody, leadUnitId: culture ?? null })),
    ).toMatchObject({ ok: true });
    await expect(
      as('unit-head', (ctx) => assignTask(ctx, helping, { ...nobody, leadUnitId: economy ?? null })),
    ).rejects.toBeInstanceOf(Forbidden);
  });
});

describe('cancelling and reopening', () => {
  it('keeps the reason in the history and brings the task back', async () => {
    const id = await plant();
    await as('leader', (ctx) => cancelTask(ctx, id, { text: 'Trùng với nhiệm vụ khác', version: 1 }));
    await as('leader', (ctx) => reopenTask(ctx, id, { version: 2 }));
    const [task, events] = await as('leader', async (ctx) => {
      const found = await getTask(ctx, id);
      return [found, await listTaskEvents(ctx, found.id)] as const;
    });
    expect(task).toMatchObject({ state: 'open', closingText: null, closedOn: null });
    expect(events.map((event) => event.detail.text ?? null)).toContain('Trùng với nhiệm vụ khác');
    expect(await auditOf(id)).toEqual(['planning.task.cancel', 'planning.task.reopen']);
  });

  it('is not for an officer', async () => {
    const id = await plant();
    await expect(
      as('officer', (ctx) => cancelTask(ctx, id, { text: 'x', version: 1 })),
    ).rejects.toBeInstanceOf(Forbidden);
  });
});
