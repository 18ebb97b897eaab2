import { beforeAll, describe, expect, it } from 'vitest';
import { recordAbsence } from '#modules/directory/absence/commands.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import type { BuiltInRole } from '#modules/directory/account/role.ts';
import { approveTask, assignTask, sendTaskBack, submitTask } from '#modules/planning/index.server.ts';
import { declineTask } from '#modules/planning/task/commands/receive.server.ts';
import { plantTasks, type TaskSeed } from '#modules/planning/task/fixtures.ts';
import { takeLastBack } from '#modules/planning/task/take-last-back.server.ts';
import { addDays } from '#platform/clock/plain-date.ts';
import { testServices } from '#platform/db/testing.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { readAllNotices, readNotice } from './commands.server.ts';
import { countUnreadNotices, listNotices } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
});

const idOf = (role: BuiltInRole) => home.people.get(home.signIn(role))?.officerId ?? null;
const write = <Result>(role: BuiltInRole, work: (ctx: Ctx) => Promise<Result>) =>
  home.as(home.signIn(role), 'write', work);
const unread = (role: BuiltInRole) =>
  home.as(home.signIn(role), 'read', async (ctx) => {
    const { notices } = await listNotices(ctx, { unread: true, before: undefined });
    expect(await countUnreadNotices(ctx)).toBe(notices.length);
    return notices.map((one) => `${one.kind} ${one.note}`.trim());
  });

/** A task of the officer, approved by the leader. */
async function planted(seed: TaskSeed = {}): Promise<string> {
  const { ids } = await write('focal', (ctx) =>
    plantTasks(ctx, [
      {
        leadUnitId: home.units.get('Phòng Kinh tế') ?? null,
        assigneeId: idOf('officer'),
        approverId: idOf('leader'),
        product: 'Báo cáo',
        dueOn: '2026-05-29',
        stage: 'in-progress',
        ...seed,
      },
    ]),
  );
  return ids[0] ?? '';
}

const clear = (...roles: BuiltInRole[]) => Promise.all(roles.map((role) => write(role, readAllNotices)));

describe('a notice', () => {
  it('goes to the approver, then back to who handed in, and settles when it has been answered', async () => {
    const id = await planted();
    await write('officer', (ctx) =>
      submitTask(ctx, id, { text: 'Báo cáo 1/BC', exception: 'Bản giấy', version: 1 }),
    );
    expect(await unread('leader')).toEqual(['task-submitted Báo cáo 1/BC']);
    expect(await unread('officer')).toEqual([]);
    await write('leader', (ctx) => sendTaskBack(ctx, id, { text: 'Thiếu số liệu', version: 2 }));
    expect(await unread('leader')).toEqual([]);
    expect(await unread('officer')).toEqual(['task-sent-back Thiếu số liệu']);
    await write('officer', (ctx) =>
      submitTask(ctx, id, { text: 'Bản 2', exception: 'Bản giấy', version: 3 }),
    );
    expect(await unread('officer')).toEqual([]);
    await write('leader', (ctx) => approveTask(ctx, id, { version: 4 }));
    expect(await unread('officer')).toEqual(['task-approved']);
    await clear('officer', 'leader');
  });

  it('tells who gave a task out that it was declined, and nobody of their own act', async () => {
    const id = await planted({ stage: 'draft', assigneeId: null });
    const to = { approverId: idOf('leader'), leadUnitId: home.units.get('Phòng Kinh tế') ?? null };
    await write('focal', (ctx) =>
      assignTask(ctx, id, { ...to, assigneeId: idOf('officer'), dueOn: undefined, version: 1 }),
    );
    expect(await unread('officer')).toEqual(['task-assigned']);
    await write('officer', (ctx) => declineTask(ctx, id, { text: 'Không thuộc đơn vị', version: 2 }));
    expect(await unread('officer')).toEqual([]);
    expect(await unread('focal')).toEqual(['task-declined Không thuộc đơn vị']);
    await write('focal', (ctx) =>
      assignTask(ctx, id, { ...to, assigneeId: idOf('focal'), dueOn: undefined, version: 3 }),
    );
    expect(await unread('focal')).toEqual([]);
  });

  it('goes to the substitute too, who is told in whose place', async () => {
    const id = await planted();
    await write('admin', async (ctx) => {
      const today = ctx.clock.today();
      await recordAbsence(ctx, {
        officerId: idOf('leader') ?? '',
        substituteId: idOf('unit-head') ?? '',
        fromOn: today,
        toOn: addDays(today, 1),
        reason: 'Đi học',
      });
    });
    await write('officer', (ctx) => submitTask(ctx, id, { text: 'Bản', exception: 'Bản giấy', version: 1 }));
    expect(await unread('leader')).toEqual(['task-submitted Bản']);
    const { notices } = await home.as(home.signIn('unit-head'), 'read', (ctx) =>
      listNotices(ctx, { unread: true, before: undefined }),
    );
    expect(notices.map((one) => one.insteadOf)).toEqual(['Người leader']);
    await clear('leader', 'unit-head');
  });

  it('stands once for one matter until it is read', async () => {
    const id = await planted({ stage: 'assigned' });
    const to = { assigneeId: idOf('officer'), approverId: idOf('leader'), dueOn: undefined };
    const leadUnitId = home.units.get('Phòng Kinh tế') ?? null;
    for (const version of [1, 2]) {
      await write('focal', (ctx) => assignTask(ctx, id, { ...to, leadUnitId, version }));
    }
    expect(await unread('officer')).toEqual(['task-changed']);
    await clear('officer');
    await write('focal', (ctx) => assignTask(ctx, id, { ...to, leadUnitId, version: 3 }));
    expect(await unread('officer')).toEqual(['task-changed']);
    await clear('officer');
  });

  it('is not written for an act that was refused', async () => {
    const [id, other] = [await planted(), await planted()];
    await write('officer', async (ctx) => {
      const given = { text: 'Bản', exception: 'Bản giấy' };
      expect((await submitTask(ctx, id, { ...given, version: 9 })).ok).toBe(false);
      expect((await submitTask(ctx, other, { ...given, version: 1 })).ok).toBe(true);
    });
    expect(await unread('leader')).toHaveLength(1);
    await clear('leader');
  });

  it('is taken back with the deed', async () => {
    const id = await planted({ stage: 'submitted' });
    await write('leader', (ctx) => approveTask(ctx, id, { version: 1 }));
    expect(await unread('officer')).toEqual(['task-approved']);
    const outcome = await write('leader', (ctx) => takeLastBack(ctx, id, 2));
    expect(outcome.ok).toBe(true);
    expect(await unread('officer')).toEqual(['task-taken-back']);
    await clear('officer');
  });
});

describe('reading a notice', () => {
  it('is for the one who was told, while the record may be read', async () => {
    const id = await planted();
    await write('officer', (ctx) => submitTask(ctx, id, { text: 'Bản', exception: 'Bản giấy', version: 1 }));
    const { notices } = await home.as(home.signIn('leader'), 'read', (ctx) =>
      listNotices(ctx, { unread: true, before: undefined }),
    );
    const [notice] = notices;
    const noticeId = notice?.id ?? '';
    await expect(write('officer', (ctx) => readNotice(ctx, noticeId))).rejects.toThrow(NotFound);
    await expect(away.as(away.signIn('leader'), 'write', (ctx) => readNotice(ctx, noticeId))).rejects.toThrow(
      NotFound,
    );
    const blind = await home.as(home.signIn('leader'), 'read', (ctx) =>
      listNotices(
        { ...ctx, actor: { ...ctx.actor, grants: new Map([['workbench.notice.read', 'own']]) } },
        { unread: false, before: undefined },
      ),
    );
    expect(blind.notices).toEqual([]);
    await write('leader', (ctx) => readNotice(ctx, noticeId));
    await write('leader', (ctx) => readNotice(ctx, noticeId));
    expect(await unread('leader')).toEqual([]);
    const lines = await services.migrator.query(
      "select 1 from platform.audit_line where act = 'workbench.notice.read' and record_id = $1",
      [noticeId],
    );
    expect(lines.rowCount).toBe(2);
  });
});
