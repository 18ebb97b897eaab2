import { beforeAll, describe, expect, it } from 'vitest';
import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { summarizeTasks, sumUp } from '../task-summary/queries.server.ts';
import { assignTask } from '../task/commands/assign.server.ts';
import { cancelTask, reopenTask } from '../task/commands/close.server.ts';
import { approveTask } from '../task/commands/judge.server.ts';
import { startTask } from '../task/commands/receive.server.ts';
import { finishTask, plantTasks, type TaskSeed } from '../task/fixtures.ts';
import { taskList } from '../task/input.ts';
import { countTasks } from '../task/list-tasks.server.ts';
import { getTask, listTaskEvents } from '../task/queries.server.ts';
import { makeOccurrencesNow } from './jobs.server.ts';
import { listOccurrences } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;

beforeAll(async () => {
  services = await testServices();
});

const quarterly: TaskSeed = {
  title: 'Báo cáo quý',
  product: 'Báo cáo',
  dueKind: 'recurring',
  due: { kind: 'recurring', from: null, to: null, recurrence: { every: 'quarter' } },
};

async function commune(seed: TaskSeed = quarterly) {
  const home = await testTenant(services);
  const asFocal = <Result>(work: Parameters<typeof home.as<Result>>[2]) =>
    home.as(home.signIn('focal'), 'write', work);
  const { planId, ids } = await asFocal((ctx) => plantTasks(ctx, [seed, { title: 'Một việc khác' }]));
  const make = () => makeOccurrencesNow((mode, work) => home.as(home.signIn('focal'), mode, work));
  const seriesId = ids[0] as (typeof ids)[number];
  const series = () => asFocal((ctx) => getTask(ctx, seriesId));
  const occurrences = () => asFocal((ctx) => listOccurrences(ctx, seriesId));
  return { home, asFocal, planId, seriesId, make, series, occurrences };
}

describe('a recurring task', () => {
  it('gets a task for each of its times from today on, once however often they are made', async () => {
    const { make, series, occurrences } = await commune();
    await make();
    await make();
    expect((await series()).nature).toBe('series');
    const made = await occurrences();
    expect(made.map((one) => [one.code, one.dueOn, one.stage, one.taskPeriod?.to])).toEqual([
      ['I.1/1', '2026-06-30', 'draft', '2026-06-30'],
      ['I.1/2', '2026-09-30', 'draft', '2026-09-30'],
      ['I.1/3', '2026-12-31', 'draft', '2026-12-31'],
    ]);
  });

  it('counts by its times and not itself, the same in the list, the summary and on the public page', async () => {
    const { home, make, planId } = await commune();
    await make();
    await home.as(home.signIn('focal'), 'read', async (ctx) => {
      const calendar = await loadOfficeCalendar(ctx);
      const listed = await countTasks(ctx, calendar, taskList({ 'ke-hoach': planId }));
      const summed = sumUp(await summarizeTasks(ctx, calendar, 'unit', planId));
      const open = await ctx.db
        .selectFrom('planning.published_task')
        .select((select) => select.fn.countAll<number>().as('n'))
        .where('tenant_id', '=', ctx.tenant.id)
        .where('plan_id', '=', planId)
        .executeTakeFirstOrThrow();
      expect([listed.rows, summed.total, open.n]).toEqual([4, 4, 4]);
      const ordered = taskList({ 'ke-hoach': planId, loai: 'theo-ke-hoach' });
      expect((await countTasks(ctx, calendar, ordered)).rows).toBe(2);
    });
  });

  it('gives its people to the times not begun, and keeps those that have', async () => {
    const { home, asFocal, make, series, seriesId, occurrences } = await commune();
    await make();
    const officer = home.people.get(home.signIn('officer'))?.officerId ?? null;
    const leader = home.people.get(home.signIn('leader'))?.officerId ?? null;
    const leadUnitId = [...home.units.values()][0] ?? null;
    const to = { assigneeId: officer, approverId: leader, leadUnitId, dueOn: undefined };
    await asFocal(async (ctx) => assignTask(ctx, seriesId, { ...to, version: (await series()).version }));
    expect((await occurrences()).map((one) => [one.stage, one.assigneeId])).toEqual(
      Array.from({ length: 3 }, () => ['assigned', officer]),
    );
    const [first] = await occurrences();
    await asFocal(async (ctx) => {
      const { version } = await getTask(ctx, first?.id ?? '');
      await finishTask(ctx, first?.id ?? '', { text: '1/BC', version });
    });
    const version = (await series()).version;
    await asFocal((ctx) => assignTask(ctx, seriesId, { ...to, assigneeId: leader, version }));
    expect((await occurrences()).map((one) => [one.stage, one.assigneeId])).toEqual([
      ['done', officer],
      ['assigned', leader],
      ['assigned', leader],
    ]);
  });

  it('is done when all its times are, opens with one of them, and takes no step of its own', async () => {
    const { home, asFocal, make, series, seriesId, occurrences } = await commune({
      ...quarterly,
      stage: 'assigned',
    });
    await make();
    const version = (await series()).version;
    expect(await asFocal((ctx) => startTask(ctx, seriesId, { version }))).toMatchObject({
      code: 'wrong-state',
    });
    for (const { id } of await occurrences()) {
      await services.migrator.query(
        `update planning.task set stage = 'submitted', handed_in_text = 'x', handed_in_exception = 'Bản giấy',
           handed_in_on = '2026-05-12'
         where tenant_id = $1 and id = $2`,
        [home.tenant.id, id],
      );
    }
    for (const { id } of await occurrences()) {
      await asFocal(async (ctx) => approveTask(ctx, id, { version: (await getTask(ctx, id)).version }));
    }
    expect(await series()).toMatchObject({ state: 'done', stage: 'done', closingText: '3/3' });
    const [first] = await occurrences();
    await asFocal(async (ctx) => {
      const { version: read } = await getTask(ctx, first?.id ?? '');
      return reopenTask(ctx, first?.id ?? '', { version: read });
    });
    expect((await series()).state).toBe('open');
  });

  it('is cancelled with its open times, which open again with it', async () => {
    const { asFocal, make, series, seriesId, occurrences } = await commune();
    await make();
    const cancelled = (await series()).version;
    await asFocal((ctx) => cancelTask(ctx, seriesId, { text: 'Kế hoạch mới', version: cancelled }));
    expect((await occurrences()).map((one) => one.state)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    const reopened = (await series()).version;
    await asFocal((ctx) => reopenTask(ctx, seriesId, { version: reopened }));
    expect((await occurrences()).map((one) => one.stage)).toEqual(['draft', 'draft', 'draft']);
  });

  it('hands what was begun as one whole to its first time', async () => {
    const { home, asFocal, make, series, seriesId, occurrences } = await commune({
      ...quarterly,
      stage: 'in-progress',
    });
    await services.migrator.query(
      `update planning.task set assignee_id = $3, approver_id = $3, lead_unit_id = $4
       where tenant_id = $1 and id = $2`,
      [
        home.tenant.id,
        seriesId,
        home.people.get(home.signIn('officer'))?.officerId,
        [...home.units.values()][0],
      ],
    );
    await make();
    expect((await occurrences()).map((one) => one.stage)).toEqual(['in-progress', 'assigned', 'assigned']);
    expect((await series()).stage).toBe('assigned');
    expect(await asFocal((ctx) => listTaskEvents(ctx, seriesId))).toHaveLength(1);
  });

  it('closes the times that its plan does not ask for any more, and opens them when it does again', async () => {
    const { home, seriesId, make, series, occurrences } = await commune();
    await make();
    const rule = (recurrence: object | null) =>
      services.migrator.query(
        `update planning.task set due_kind = $3, due = $4 where tenant_id = $1 and id = $2`,
        [
          home.tenant.id,
          seriesId,
          recurrence ? 'recurring' : 'ongoing',
          recurrence && JSON.stringify({ kind: 'recurring', from: null, to: null, recurrence }),
        ],
      );
    await rule({ every: 'year' });
    await make();
    const open = async () =>
      (await occurrences()).filter((one) => one.state === 'open').map((one) => one.code);
    expect(await open()).toEqual(['I.1/4']);
    await rule({ every: 'quarter' });
    await make();
    expect(await open()).toEqual(['I.1/1', 'I.1/2', 'I.1/3']);
    await rule(null);
    await make();
    expect(await open()).toEqual([]);
    expect((await series()).nature).toBe('single');
  });
});
