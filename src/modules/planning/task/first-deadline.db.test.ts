import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { testServices } from '#platform/db/testing.ts';
import { assignTask } from './commands/assign.server.ts';
import { changeDue } from './commands/change-due.server.ts';
import { cancelTask, reopenTask } from './commands/close.server.ts';
import { recordEvent } from './commands/record-event.server.ts';
import { plantTasks, type TaskSeed } from './fixtures.ts';
import { getTask, listTaskEvents } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

type Role = Parameters<typeof home.signIn>[0];
const as = <Result>(role: Role, work: Parameters<typeof home.as<Result>>[2]) =>
  home.as(home.signIn(role), 'write', work);
const officer = (role: Role) => home.people.get(home.signIn(role))?.officerId ?? null;
const unit = (name: string) => home.units.get(name) ?? null;

/** A task of which all six are clear. */
const whole = (): TaskSeed => ({
  product: 'Báo cáo rà soát',
  leadUnitId: unit('Phòng Kinh tế'),
  assigneeId: officer('officer'),
  approverId: officer('leader'),
  dueOn: '2026-06-30',
});

async function plant(seed: TaskSeed): Promise<string> {
  const { ids } = await as('focal', (ctx) => plantTasks(ctx, [seed]));
  return ids[0] as string;
}

const task = (id: string) => as('focal', (ctx) => getTask(ctx, id));

describe('the deadline as first set', () => {
  const another = (dueOn: string, version: number) => ({
    dueOn: plainDate(dueOn),
    text: 'Tỉnh lùi ngày',
    version,
  });
  const days = async (id: string) => {
    const { firstDueOn, dueOn } = await task(id);
    return [firstDueOn, dueOn];
  };

  it('stays through every change, closing and reopening', async () => {
    const id = await plant({ ...whole(), stage: 'in-progress' });
    await as('leader', (ctx) => changeDue(ctx, id, another('2026-07-31', 1)));
    await as('leader', (ctx) => changeDue(ctx, id, another('2026-08-31', 2)));
    await as('leader', (ctx) => cancelTask(ctx, id, { text: 'Trùng', version: 3 }));
    await as('leader', (ctx) => reopenTask(ctx, id, { version: 4 }));
    expect(await days(id)).toEqual(['2026-06-30', '2026-08-31']);
    const detail = { dueFrom: '2026-07-31', dueOn: '2026-08-31', text: 'Tỉnh lùi ngày' };
    const events = await as('focal', async (ctx) => listTaskEvents(ctx, (await getTask(ctx, id)).id));
    expect(events.filter((event) => event.kind === 'due-changed')[0]).toMatchObject({ detail });
  });

  it('is the one given by assigning or counted from the event, and assigning moves none', async () => {
    const id = await plant({ ...whole(), dueOn: null, dueKind: 'year' });
    const people = { assigneeId: officer('officer'), approverId: officer('leader') };
    const given = { ...people, leadUnitId: unit('Phòng Kinh tế') };
    const until = (dueOn: string, version: number) => ({ ...given, dueOn: plainDate(dueOn), version });
    await as('focal', (ctx) => assignTask(ctx, id, until('2026-06-15', 1)));
    expect(await as('focal', (ctx) => assignTask(ctx, id, until('2026-06-15', 2)))).toMatchObject({
      ok: true,
    });
    expect(await as('focal', (ctx) => assignTask(ctx, id, until('2026-07-15', 3)))).toMatchObject({
      code: 'due-set',
    });
    expect(await days(id)).toEqual(['2026-06-15', '2026-06-15']);
    const waiting = await plant({ ...whole(), stage: 'waiting', dueOn: null, dueKind: 'after-event' });
    const event = {
      text: '12/KH-UBND',
      on: plainDate('2026-05-12'),
      dueOn: plainDate('2026-05-29'),
      version: 1,
    };
    await as('focal', (ctx) => recordEvent(ctx, waiting, event));
    expect(await days(waiting)).toEqual(['2026-05-29', '2026-05-29']);
  });

  it('cannot become a day that is no change, has passed, or follows none', async () => {
    const id = await plant(whole());
    const refusal = async (taskId: string, dueOn: string) => {
      const outcome = await as('leader', (ctx) => changeDue(ctx, taskId, another(dueOn, 1)));
      return outcome.ok ? 'done' : outcome.code;
    };
    expect(await refusal(id, '2026-06-30')).toBe('due-same');
    expect(await refusal(id, '2026-05-11')).toBe('due-past');
    expect(await refusal(await plant({ ...whole(), dueOn: null, dueKind: 'year' }), '2026-06-30')).toBe(
      'due-not-set',
    );
    expect(await days(id)).toEqual(['2026-06-30', '2026-06-30']);
  });

  it('is held by the database: both or none', async () => {
    const id = await plant(whole());
    for (const column of ['due_on', 'first_due_on'])
      await expect(
        services.migrator.query(`update planning.task set ${column} = null where id = $1`, [id]),
      ).rejects.toThrow(/task_first_due/);
  });
});
