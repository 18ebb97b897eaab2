import { beforeAll, describe, expect, it } from 'vitest';
import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { testServices } from '#platform/db/testing.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { acceptTask } from '../task/commands/receive.server.ts';
import { plantTasks } from '../task/fixtures.ts';
import { taskList } from '../task/input.ts';
import { countTasks } from '../task/list-tasks.server.ts';
import { getTask, listTaskEvents } from '../task/queries.server.ts';
import { summarizeFromAbove, summarizeTasks, sumUp } from '../task-summary/queries.server.ts';
import { enterTaskFromAbove } from './commands.server.ts';
import { discardTask, restoreTask } from './discard.server.ts';
import type { NewTaskFromAbove } from './task-from-above.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let stranger: typeof home;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  stranger = await testTenant(services);
});

type Role = Parameters<typeof home.signIn>[0];
const as = <Result>(role: Role, work: (ctx: Ctx) => Promise<Result>) =>
  home.as(home.signIn(role), 'write', work);
const officer = (role: Role) => home.people.get(home.signIn(role))?.officerId ?? null;
const unit = (name: string) => home.units.get(name) ?? null;

let documents = 0;
const order = (given: Partial<NewTaskFromAbove> = {}): NewTaskFromAbove => ({
  number: `${(documents += 1)}/UBND-NC`,
  on: plainDate('2026-05-04'),
  issuer: 'Ủy ban nhân dân tỉnh',
  title: 'Rà soát thủ tục hành chính',
  product: 'Báo cáo rà soát',
  dueText: 'trước ngày 15/6/2026',
  dueOn: plainDate('2026-06-15'),
  leadUnitId: unit('Phòng Kinh tế'),
  coordinatingUnitIds: [],
  assigneeId: officer('officer'),
  approverId: officer('leader'),
  ...given,
});
async function enter(given: Partial<NewTaskFromAbove> = {}, isTwice = false): Promise<string> {
  const outcome = await as('focal', (ctx) => enterTaskFromAbove(ctx, order(given), isTwice));
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}
const code = async (given: Partial<NewTaskFromAbove>, isTwice = false) => {
  const outcome = await as('focal', (ctx) => enterTaskFromAbove(ctx, order(given), isTwice));
  return outcome.ok ? 'done' : outcome.code;
};
const task = (id: string) => as('focal', (ctx) => getTask(ctx, id));

describe('a task from above', () => {
  it('is a task with the document in place of a plan, and lives as any other', async () => {
    const helping = unit('Phòng Văn hóa - Xã hội') ?? '';
    const id = await enter({ number: '77/CV', coordinatingUnitIds: [helping, helping] });
    expect(await task(id)).toMatchObject({
      planId: null,
      planTitle: null,
      from: { number: '77/CV', on: '2026-05-04', issuer: 'Ủy ban nhân dân tỉnh' },
      stage: 'assigned',
      dueOn: '2026-06-15',
      firstDueOn: '2026-06-15',
      coordinatingUnitIds: [helping],
    });
    expect(await as('officer', (ctx) => acceptTask(ctx, id, { version: 1 }))).toMatchObject({ ok: true });
    expect((await task(await enter({ assigneeId: null }))).stage).toBe('draft');
  });

  it('is numbered once, also when two are entered at once', async () => {
    const ids = await Promise.all([enter(), enter(), enter()]);
    const codes = await Promise.all(ids.map(async (id) => (await task(id)).code));
    expect(new Set(codes).size).toBe(3);
    expect(codes.every((one) => /^CT\.\d+$/.test(one))).toBe(true);
  });

  it('of the same document and title is refused until it is said to be another', async () => {
    await enter({ number: '500/UBND', title: 'Báo cáo kết quả' });
    const again = { number: '500/ubnd', title: 'bao cao ket qua' };
    expect(await code(again)).toBe('doubled');
    expect(await code({ ...again, title: 'Việc khác' })).toBe('done');
    expect(await code(again, true)).toBe('done');
  });

  it('cannot come from the future, be due before its document, or be for somebody of elsewhere', async () => {
    expect(await code({ on: plainDate('2026-05-13') })).toBe('document-to-come');
    expect(await code({ dueOn: plainDate('2026-05-03') })).toBe('due-before-document');
    expect(await code({ leadUnitId: [...stranger.units.values()][0] ?? null })).toBe('unknown-choice');
    expect(await code({ coordinatingUnitIds: [...stranger.units.values()].slice(0, 1) })).toBe(
      'unknown-choice',
    );
  });

  it('is counted apart from the tasks of plans, and each count equals its list', async () => {
    await as('focal', (ctx) => plantTasks(ctx, [{ dueOn: '2026-05-11', stage: 'in-progress' }]));
    await enter({ dueOn: plainDate('2026-05-11') });
    await as('focal', async (ctx) => {
      const calendar = await loadOfficeCalendar(ctx);
      const listed = async (query: Record<string, string>) =>
        (await countTasks(ctx, calendar, taskList(query))).rows;
      const above = await summarizeFromAbove(ctx, calendar);
      const plans = sumUp(await summarizeTasks(ctx, calendar, 'unit'));
      expect([above.total, plans.total, above.late, plans.late]).toEqual([
        await listed({ nguon: 'cap-tren' }),
        await listed({ nguon: 'ke-hoach' }),
        await listed({ nguon: 'cap-tren', han: 'late' }),
        await listed({ nguon: 'ke-hoach', han: 'late' }),
      ]);
      expect([above.late, plans.late]).toEqual([1, 1]);
      expect(await listed({})).toBe(above.total + plans.total);
    });
  });

  it('entered by mistake goes into the trash and comes back as it stood', async () => {
    const id = await enter({ number: '9/CV', coordinatingUnitIds: [unit('Phòng Văn hóa - Xã hội') ?? ''] });
    const before = await task(id);
    expect(await as('focal', (ctx) => discardTask(ctx, id))).toMatchObject({ ok: true });
    await expect(task(id)).rejects.toBeInstanceOf(NotFound);
    await expect(
      stranger.as(stranger.signIn('focal'), 'write', (ctx) => restoreTask(ctx, id)),
    ).rejects.toBeInstanceOf(NotFound);
    await as('focal', (ctx) => restoreTask(ctx, id));
    expect(await task(id)).toEqual(before);
    const events = await as('focal', async (ctx) => listTaskEvents(ctx, (await getTask(ctx, id)).id));
    expect(events.map((event) => event.kind)).toEqual(['entered']);
    await expect(as('focal', (ctx) => restoreTask(ctx, id))).rejects.toBeInstanceOf(NotFound);
  });

  it('stays once somebody has worked on it; a task of a plan is not thrown away at all', async () => {
    const id = await enter();
    await as('officer', (ctx) => acceptTask(ctx, id, { version: 1 }));
    expect(await as('focal', (ctx) => discardTask(ctx, id))).toMatchObject({ code: 'worked-on' });
    const { ids } = await as('focal', (ctx) => plantTasks(ctx, [{}]));
    expect(await as('focal', (ctx) => discardTask(ctx, ids[0] ?? ''))).toMatchObject({
      code: 'not-from-above',
    });
  });

  it('is held by the database: a plan or a document, never both, never half of one', async () => {
    const id = await enter();
    for (const change of ['from_number = null', 'from_issuer = null', 'plan_id = gen_random_uuid()'])
      await expect(
        services.migrator.query(`update planning.task set ${change} where id = $1`, [id]),
      ).rejects.toThrow(/task_origin/);
  });
});
