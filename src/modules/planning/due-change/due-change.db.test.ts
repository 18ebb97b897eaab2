import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import { changeDue } from '../task/commands/change-due.server.ts';
import { cancelTask, reopenTask } from '../task/commands/close.server.ts';
import { plantTasks, type TaskSeed } from '../task/fixtures.ts';
import { getTask, listTaskEvents } from '../task/queries.server.ts';
import { answerDueChange, askDueChange, withdrawDueChange } from './commands.server.ts';
import { listDueChanges } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let stranger: typeof home;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  stranger = await testTenant(services);
});

type Role = Parameters<typeof home.signIn>[0];
const as = <Result>(role: Role, work: Parameters<typeof home.as<Result>>[2]) =>
  home.as(home.signIn(role), 'write', work);
const officer = (role: Role) => home.people.get(home.signIn(role))?.officerId ?? null;

async function plant(seed: TaskSeed = {}): Promise<string> {
  const whole = { assigneeId: officer('officer'), approverId: officer('leader'), dueOn: '2026-05-20' };
  const { ids } = await as('focal', (ctx) => plantTasks(ctx, [{ ...whole, stage: 'in-progress', ...seed }]));
  return ids[0] as string;
}

const task = (id: string) => as('focal', (ctx) => getTask(ctx, id));
const requests = (id: string) => as('focal', async (ctx) => listDueChanges(ctx, await getTask(ctx, id)));
const kinds = (id: string) =>
  as('focal', async (ctx) => (await listTaskEvents(ctx, (await getTask(ctx, id)).id)).map((one) => one.kind));

const wanted = (dueOn = '2026-06-10') => ({ dueOn: plainDate(dueOn), text: 'Tỉnh gửi số liệu muộn' });
async function ask(id: string, dueOn?: string): Promise<string> {
  const outcome = await as('officer', (ctx) => askDueChange(ctx, id, wanted(dueOn)));
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}
const granted = { answer: 'granted', text: 'Đồng ý' } as const;
const refusedWith = { answer: 'refused', text: 'Báo cáo phải nộp đúng ngày' } as const;

describe('a request for another deadline', () => {
  it('changes nothing until it is granted; then the task has the day, and keeps the first', async () => {
    const id = await plant();
    const request = await ask(id);
    expect(await task(id)).toMatchObject({ dueOn: '2026-05-20', version: 1 });
    expect(await requests(id)).toMatchObject([{ state: 'open', to: '2026-06-10', decided: null }]);
    expect(await as('leader', (ctx) => answerDueChange(ctx, id, request, granted))).toMatchObject({
      ok: true,
    });
    expect(await task(id)).toMatchObject({
      dueOn: '2026-06-10',
      firstDueOn: '2026-05-20',
      stage: 'in-progress',
    });
    expect(await requests(id)).toMatchObject([
      { state: 'granted', from: '2026-05-20', decided: { byName: 'Người leader', note: 'Đồng ý' } },
    ]);
    expect(await kinds(id)).toEqual(['due-change-granted', 'due-change-asked']);
  });

  it('that is refused or taken back leaves the deadline, and another may follow', async () => {
    const id = await plant();
    const first = await ask(id);
    await as('leader', (ctx) => answerDueChange(ctx, id, first, refusedWith));
    const second = await ask(id);
    await as('officer', (ctx) => withdrawDueChange(ctx, id, second));
    expect(await task(id)).toMatchObject({ dueOn: '2026-05-20', version: 1 });
    expect((await requests(id)).map((one) => [one.state, one.decided?.note])).toEqual([
      ['withdrawn', null],
      ['refused', 'Báo cáo phải nộp đúng ngày'],
    ]);
    expect(await kinds(id)).toEqual([
      'due-change-withdrawn',
      'due-change-asked',
      'due-change-refused',
      'due-change-asked',
    ]);
  });

  it('is the only open one, also when two ask at once, and is answered before the deadline is changed', async () => {
    const id = await plant();
    const both = await Promise.all([1, 2].map(() => as('officer', (ctx) => askDueChange(ctx, id, wanted()))));
    expect(both.map((one) => (one.ok ? 'done' : one.code)).sort()).toEqual(['done', 'due-asked']);
    const other = { dueOn: plainDate('2026-07-01'), text: 'Dời lịch', version: 1 };
    expect(await as('leader', (ctx) => changeDue(ctx, id, other))).toMatchObject({ code: 'due-asked' });
    expect(await requests(id)).toHaveLength(1);
  });

  it('is decided once when two decide at once: the second is told', async () => {
    const id = await plant();
    const request = await ask(id);
    const both = await Promise.all([
      as('leader', (ctx) => answerDueChange(ctx, id, request, granted)),
      as('focal', (ctx) => answerDueChange(ctx, id, request, refusedWith)),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({ code: 'decided-already' });
    expect((await requests(id)).filter((one) => one.state !== 'open')).toHaveLength(1);
    expect(await kinds(id)).toHaveLength(2);
  });

  it('waits with its task while that is closed', async () => {
    const id = await plant();
    const request = await ask(id);
    await as('leader', (ctx) => cancelTask(ctx, id, { text: 'Trùng', version: 1 }));
    const answer = () => as('leader', (ctx) => answerDueChange(ctx, id, request, granted));
    expect(await answer()).toMatchObject({ code: 'wrong-state' });
    expect(await as('officer', (ctx) => askDueChange(ctx, id, wanted()))).toMatchObject({
      code: 'wrong-state',
    });
    await as('leader', (ctx) => reopenTask(ctx, id, { version: 2 }));
    expect(await answer()).toMatchObject({ ok: true });
  });

  it('is not granted over a deadline that has moved since', async () => {
    const id = await plant();
    const request = await ask(id);
    await services.migrator.query("update planning.task set due_on = '2026-05-25' where id = $1", [id]);
    expect(await as('leader', (ctx) => answerDueChange(ctx, id, request, granted))).toMatchObject({
      code: 'due-moved',
    });
    expect(await as('leader', (ctx) => answerDueChange(ctx, id, request, refusedWith))).toMatchObject({
      ok: true,
    });
  });

  it('needs a deadline, another day, and one that is still to come', async () => {
    const code = async (id: string, dueOn: string) => {
      const outcome = await as('officer', (ctx) => askDueChange(ctx, id, wanted(dueOn)));
      return outcome.ok ? 'done' : outcome.code;
    };
    expect(await code(await plant({ dueOn: null, dueKind: 'year' }), '2026-06-10')).toBe('due-not-set');
    expect(await code(await plant(), '2026-05-20')).toBe('due-same');
    expect(await code(await plant(), '2026-05-11')).toBe('due-past');
  });

  it('is not for people of other units, not answered by the one who asks, and unknown elsewhere', async () => {
    const id = await plant();
    const request = await ask(id);
    const others = await plant({ assigneeId: officer('focal') });
    await expect(as('officer', (ctx) => askDueChange(ctx, others, wanted()))).rejects.toBeInstanceOf(
      Forbidden,
    );
    await expect(as('officer', (ctx) => answerDueChange(ctx, id, request, granted))).rejects.toBeInstanceOf(
      Forbidden,
    );
    await expect(as('focal', (ctx) => withdrawDueChange(ctx, id, request))).rejects.toBeInstanceOf(Forbidden);
    const away = stranger.signIn('focal');
    await expect(
      stranger.as(away, 'write', (ctx) => answerDueChange(ctx, id, request, granted)),
    ).rejects.toBeInstanceOf(NotFound);
    await expect(
      as('leader', (ctx) => answerDueChange(ctx, others, request, granted)),
    ).rejects.toBeInstanceOf(NotFound);
    const { rows } = await services.migrator.query<{ act: string }>(
      'select act from platform.audit_line where record_id = $1',
      [id],
    );
    expect(rows.map((row) => row.act)).toEqual(['planning.task.ask-due-change']);
  });
});
