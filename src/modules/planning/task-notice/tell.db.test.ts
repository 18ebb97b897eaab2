import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BuiltInRole } from '#modules/directory/account/role.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { answerDueChange, askDueChange } from '../due-change/commands.server.ts';
import {
  acceptContribution,
  contribute,
  declineContribution,
  sendContributionBack,
} from '../contribution/commands.server.ts';
import { addSubTask } from '../sub-task/commands.server.ts';
import { assignTask } from '../task/commands/assign.server.ts';
import { cancelTask } from '../task/commands/close.server.ts';
import { recordEvent } from '../task/commands/record-event.server.ts';
import { plantTasks, type TaskSeed } from '../task/fixtures.ts';
import { plainDate } from '#platform/clock/plain-date.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

beforeEach(async () => {
  await services.migrator.query('update casework.notice set read_at = now() where tenant_id = $1', [
    home.tenant.id,
  ]);
});

const person = (role: BuiltInRole) => home.people.get(home.signIn(role));
const officer = (role: BuiltInRole) => person(role)?.officerId ?? null;
const unit = (role: BuiltInRole) => person(role)?.unitIds[0] as Id<'unit'>;
const as = <Result>(role: BuiltInRole, work: (ctx: Ctx) => Promise<Result>) =>
  home.as(home.signIn(role), 'write', work);

/** A task that the focal officer does, the leader approves and the unit of the head helps with. */
async function planted(seed: TaskSeed = {}): Promise<Id<'task'>> {
  const { ids } = await as('focal', (ctx) =>
    plantTasks(ctx, [
      {
        leadUnitId: unit('officer'),
        coordinatingUnitIds: [unit('unit-head')],
        assigneeId: officer('focal'),
        approverId: officer('leader'),
        product: 'Báo cáo',
        dueOn: '2026-06-29',
        stage: 'in-progress',
        ...seed,
      },
    ]),
  );
  return ids[0] as Id<'task'>;
}

/** What a person was told and has not read, with its note. */
async function told(role: BuiltInRole): Promise<string[]> {
  const { rows } = await services.migrator.query<{ kind: string; note: string }>(
    `select kind, note from casework.notice
     where tenant_id = $1 and officer_id = $2 and read_at is null order by kind`,
    [home.tenant.id, officer(role)],
  );
  return rows.map((row) => `${row.kind} ${row.note}`.trim());
}

describe('a coordinating unit', () => {
  it('is asked when the task is assigned, by its head, and hears when it is cancelled', async () => {
    const taskId = await planted({ stage: 'draft', assigneeId: null });
    const to = { approverId: officer('leader'), leadUnitId: unit('officer'), dueOn: undefined };
    await as('focal', (ctx) =>
      assignTask(ctx, taskId, { ...to, assigneeId: officer('officer'), version: 1 }),
    );
    expect(await told('unit-head')).toEqual(['contribution-asked']);
    expect(await told('officer')).toEqual(['task-assigned']);
    await as('focal', (ctx) => cancelTask(ctx, taskId, { text: 'Trùng việc', version: 2 }));
    expect(await told('unit-head')).toEqual(['contribution-withdrawn Trùng việc']);
  });

  it('and whoever does the task hear what the other does, each until they have answered', async () => {
    const taskId = await planted({ stage: 'draft', assigneeId: null });
    const part = (version: number) => ({ taskId, unitId: unit('unit-head'), version });
    const to = { approverId: officer('leader'), leadUnitId: unit('officer'), dueOn: undefined };
    await as('leader', (ctx) => assignTask(ctx, taskId, { ...to, assigneeId: officer('focal'), version: 1 }));
    const name = [...home.units].find(([, id]) => id === unit('unit-head'))?.[0] ?? '';
    await as('unit-head', (ctx) => acceptContribution(ctx, part(0), null));
    expect(await told('unit-head')).toEqual([]);
    expect(await told('focal')).toEqual([`contribution-accepted ${name}`, 'task-assigned']);
    await as('unit-head', (ctx) => contribute(ctx, part(1), 'Số liệu quý II'));
    expect(await told('focal')).toContain(`contribution-made ${name}: Số liệu quý II`);
    await as('focal', (ctx) => sendContributionBack(ctx, part(2), 'Thiếu thôn 3'));
    expect(await told('unit-head')).toEqual([`contribution-sent-back ${name}: Thiếu thôn 3`]);
    await as('unit-head', (ctx) => declineContribution(ctx, part(3), 'Không có số liệu'));
    expect(await told('unit-head')).toEqual([]);
    expect(await told('focal')).toContain(`contribution-declined ${name}: Không có số liệu`);
  });

  it('still waits when another one of the task has answered', async () => {
    const both = [unit('unit-head'), unit('leader')];
    const taskId = await planted({ stage: 'draft', assigneeId: null, coordinatingUnitIds: both });
    const to = { approverId: officer('leader'), leadUnitId: unit('officer'), dueOn: undefined };
    await as('focal', (ctx) =>
      assignTask(ctx, taskId, { ...to, assigneeId: officer('officer'), version: 1 }),
    );
    const asked = await told('leader');
    await as('unit-head', (ctx) =>
      acceptContribution(ctx, { taskId, unitId: unit('unit-head'), version: 0 }, null),
    );
    expect(await told('unit-head')).toEqual([]);
    expect(await told('leader')).toEqual(asked);
    expect(asked).toEqual(['contribution-asked']);
  });
});

describe('people of a task', () => {
  it('hear when its event has come, the approver among them', async () => {
    const taskId = await planted({ stage: 'waiting', dueOn: null, dueKind: 'after-event' });
    const occasion = {
      on: plainDate('2026-05-08'),
      text: 'Sở đã hướng dẫn',
      dueOn: plainDate('2026-06-05'),
      version: 1,
    };
    expect(await as('focal', (ctx) => recordEvent(ctx, taskId, occasion))).toMatchObject({ ok: true });
    expect(await told('leader')).toEqual(['task-opened Sở đã hướng dẫn']);
    expect(await told('unit-head')).toEqual(['contribution-asked Sở đã hướng dẫn']);
  });

  it('hear what became of a request for another deadline, and so does whoever asked', async () => {
    const taskId = await planted({
      assigneeId: officer('officer'),
      leadUnitId: unit('unit-head'),
      coordinatingUnitIds: [],
    });
    const asked = await as('unit-head', (ctx) =>
      askDueChange(ctx, taskId, { dueOn: plainDate('2026-07-15'), text: 'Chờ số liệu' }),
    );
    if (!asked.ok) throw new Error(asked.code);
    expect(await told('leader')).toEqual(['task-due-asked Chờ số liệu']);
    await as('leader', (ctx) =>
      answerDueChange(ctx, taskId, asked.value, { answer: 'refused', text: 'Giữ hạn' }),
    );
    expect(await told('leader')).toEqual([]);
    expect(await told('officer')).toEqual(['task-due-refused Giữ hạn']);
    expect(await told('unit-head')).toEqual(['task-due-refused Giữ hạn']);
  });

  it('hear of a part that is theirs when it is given and when its task is cancelled', async () => {
    const taskId = await planted();
    const added = await as('focal', (ctx) =>
      addSubTask(ctx, taskId, {
        title: 'Thu thập số liệu',
        assigneeId: officer('officer'),
        approverId: officer('focal'),
        leadUnitId: unit('officer'),
        dueOn: plainDate('2026-06-01'),
        product: 'Bảng số liệu',
      }),
    );
    expect(added).toMatchObject({ ok: true });
    expect(await told('officer')).toEqual(['task-assigned Thu thập số liệu']);
    await as('focal', (ctx) => cancelTask(ctx, taskId, { text: 'Trùng việc', version: 1 }));
    expect(await told('officer')).toEqual(['task-cancelled Trùng việc']);
  });
});
