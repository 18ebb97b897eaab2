import { beforeAll, describe, expect, it } from 'vitest';
import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { assignTask } from '../task/commands/assign.server.ts';
import { changeDue } from '../task/commands/change-due.server.ts';
import { cancelTask, reopenTask } from '../task/commands/close.server.ts';
import { submitTask } from '../task/commands/hand-in.server.ts';
import { plantTasks } from '../task/fixtures.ts';
import { taskList } from '../task/input.ts';
import { countTasks } from '../task/list-tasks.server.ts';
import { getTask, listTaskEvents } from '../task/queries.server.ts';
import { addSubTask } from './commands.server.ts';
import type { SubTaskGiven } from './store-parts.server.ts';
import { listSubTasks } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let given: SubTaskGiven;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  const officer = home.people.get(home.signIn('officer'))?.officerId ?? null;
  given = {
    title: 'Tổng hợp số liệu các thôn',
    assigneeId: officer,
    approverId: home.people.get(home.signIn('leader'))?.officerId ?? null,
    leadUnitId: [...home.units.values()][0] ?? null,
    dueOn: plainDate('2026-06-15'),
    product: 'Bảng tổng hợp',
  };
});

const asFocal = <Result>(work: Parameters<typeof home.as<Result>>[2]) =>
  home.as(home.signIn('focal'), 'write', work);

async function planted(others: Parameters<typeof plantTasks>[1][number] = {}) {
  const { ids, planId } = await asFocal((ctx) =>
    plantTasks(ctx, [{ stage: 'in-progress', dueOn: '2026-06-30', code: 'II.3', ...others }]),
  );
  const taskId = ids[0] as Id<'task'>;
  const parts = () => asFocal((ctx) => listSubTasks(ctx, taskId));
  return { taskId, planId, parts };
}

describe('a part of a task', () => {
  it('is a task with its own life, assigned at once where all six are clear, and told in both histories', async () => {
    const { taskId, parts } = await planted();
    await asFocal((ctx) => addSubTask(ctx, taskId, given));
    await asFocal((ctx) => addSubTask(ctx, taskId, { ...given, product: null }));
    const made = await parts();
    expect(made.map((one) => [one.code, one.stage, one.nature, one.parentId])).toEqual([
      ['II.3.1', 'assigned', 'sub-task', taskId],
      ['II.3.2', 'draft', 'sub-task', taskId],
    ]);
    const kinds = async (id: Id<'task'>) =>
      (await asFocal((ctx) => listTaskEvents(ctx, id))).map((event) => event.kind);
    expect(await kinds(taskId)).toEqual(['split', 'split']);
    expect(await kinds(made[0]?.id as Id<'task'>)).toEqual(['split']);
  });

  it('counts neither in the list nor twice in its plan, and is found where all work is asked for', async () => {
    const { taskId, planId } = await planted();
    await asFocal((ctx) => addSubTask(ctx, taskId, given));
    await asFocal(async (ctx) => {
      const calendar = await loadOfficeCalendar(ctx);
      const count = async (query: Record<string, string>) =>
        (await countTasks(ctx, calendar, taskList({ 'ke-hoach': planId, ...query }))).rows;
      expect([await count({}), await count({ loai: 'moi-viec' }), await count({ loai: 'sub-task' })]).toEqual(
        [1, 2, 1],
      );
    });
  });

  it('is refused when due after its task, then and later, with both days', async () => {
    const { taskId, parts } = await planted();
    const late = { ...given, dueOn: plainDate('2026-07-01') };
    expect(await asFocal((ctx) => addSubTask(ctx, taskId, late))).toMatchObject({
      code: 'due-after-parent',
      detail: { dueOn: '2026-07-01', latest: '2026-06-30' },
    });
    await asFocal((ctx) => addSubTask(ctx, taskId, { ...given, dueOn: null }));
    await asFocal((ctx) => addSubTask(ctx, taskId, given));
    const [undated, dated] = await parts();
    const { title: _title, product: _product, ...people } = given;
    const assigned = asFocal((ctx) =>
      assignTask(ctx, undated?.id ?? '', { ...people, dueOn: late.dueOn, version: 1 }),
    );
    expect(await assigned).toMatchObject({ code: 'due-after-parent' });
    const moved = asFocal((ctx) =>
      changeDue(ctx, dated?.id ?? '', { dueOn: late.dueOn, text: 'Chờ số liệu', version: 1 }),
    );
    expect(await moved).toMatchObject({ code: 'due-after-parent' });
  });

  it('holds its task back from being handed in without an explanation', async () => {
    const { taskId } = await planted();
    await asFocal((ctx) => addSubTask(ctx, taskId, given));
    const submit = (exception: string | null) =>
      asFocal((ctx) => submitTask(ctx, taskId, { text: 'Báo cáo', exception, version: 1 }));
    expect(await submit(null)).toMatchObject({ code: 'open-sub-tasks' });
    expect(await submit('Việc con chỉ còn in ấn')).toMatchObject({ ok: true });
  });

  it('is cancelled and opened again with its task', async () => {
    const { taskId, parts } = await planted();
    await asFocal((ctx) => addSubTask(ctx, taskId, given));
    await asFocal((ctx) => cancelTask(ctx, taskId, { text: 'Thôi', version: 1 }));
    expect((await parts()).map((one) => one.stage)).toEqual(['cancelled']);
    const { version } = await asFocal((ctx) => getTask(ctx, taskId));
    await asFocal((ctx) => reopenTask(ctx, taskId, { version }));
    expect((await parts()).map((one) => one.stage)).toEqual(['assigned']);
  });

  it('is not split again, and nothing is split that is closed or handed in', async () => {
    const { taskId, parts } = await planted();
    await asFocal((ctx) => addSubTask(ctx, taskId, given));
    const [part] = await parts();
    const closed = await planted({ stage: 'done' });
    const submitted = await planted({ stage: 'submitted' });
    for (const id of [part?.id ?? '', closed.taskId, submitted.taskId]) {
      expect(await asFocal((ctx) => addSubTask(ctx, id, given))).toMatchObject({ code: 'wrong-state' });
    }
  });

  it('gets a number of its own when two people split at once', async () => {
    const { taskId, parts } = await planted();
    await Promise.all(Array.from({ length: 4 }, () => asFocal((ctx) => addSubTask(ctx, taskId, given))));
    expect((await parts()).map((one) => one.code)).toEqual(['II.3.1', 'II.3.2', 'II.3.3', 'II.3.4']);
  });
});
