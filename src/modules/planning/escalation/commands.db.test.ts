import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setLeadership } from '#modules/directory/index.server.ts';
import type { BuiltInRole } from '#modules/directory/account/role.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { addDays, type PlainDate, plainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { changeDue } from '../task/commands/change-due.server.ts';
import { plantTasks, type TaskSeed } from '../task/fixtures.ts';
import { getTask } from '../task/queries.server.ts';
import { drawLadder, switchLadderOff, switchLadderOn } from './commands.server.ts';
import { usualSteps } from './escalation.ts';
import { listEscalations } from './late-tasks.server.ts';
import { listWouldBeTold } from './past-month.server.ts';
import { findLadderOn, listLadders } from './queries.server.ts';
import { findUnheard } from './unheard.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
const today = plainDate('2026-05-12');

beforeAll(async () => {
  services = await testServices();
});
beforeEach(async () => {
  home = await testTenant(services);
});

const as = <Result>(role: BuiltInRole, work: (ctx: Ctx) => Promise<Result>, day: PlainDate = today) =>
  home.as(home.signIn(role), 'write', (ctx) => work({ ...ctx, clock: fixedClock(`${day}T10:30:00+07:00`) }));
const officer = (role: BuiltInRole) => home.people.get(home.signIn(role))?.officerId as Id<'officer'>;
const unit = (role: BuiltInRole) => home.people.get(home.signIn(role))?.unitIds[0] as Id<'unit'>;
const draw = (version = 0) => as('leader', (ctx) => drawLadder(ctx, { steps: usualSteps, version }));

/** A task of the unit of the head, done by the focal officer. */
const plant = (seed: TaskSeed, day: PlainDate) =>
  as(
    'focal',
    (ctx) =>
      plantTasks(ctx, [
        {
          leadUnitId: unit('unit-head'),
          assigneeId: officer('focal'),
          approverId: officer('leader'),
          product: 'Báo cáo',
          stage: 'in-progress',
          ...seed,
        },
      ]),
    day,
  );

const lead = (day: PlainDate) =>
  as(
    'admin',
    (ctx) =>
      setLeadership(ctx, {
        chairId: officer('leader'),
        inChargeOf: new Map([[unit('unit-head') as string, officer('clerk') as string]]),
        validFrom: day,
        version: 0,
      }),
    day,
  );

describe('the ladder of an office', () => {
  it('tells nobody before it is switched on, from its day on, and not after it is off', async () => {
    await draw();
    expect(await as('leader', (ctx) => findLadderOn(ctx, today))).toBeUndefined();
    const from = addDays(today, 3);
    await as('leader', (ctx) => switchLadderOn(ctx, { version: 1, validFrom: from }));
    expect(await as('leader', (ctx) => findLadderOn(ctx, addDays(from, -1)))).toBeUndefined();
    expect((await as('leader', (ctx) => findLadderOn(ctx, from)))?.steps).toEqual(usualSteps);
    await draw(2);
    expect((await as('leader', (ctx) => findLadderOn(ctx, from)))?.version).toBe(2);
    await as('leader', switchLadderOff, from);
    expect(await as('leader', (ctx) => findLadderOn(ctx, from))).toBeUndefined();
    expect((await as('leader', listLadders)).map(({ state }) => state)).toEqual([
      'off',
      'drawn',
      'on',
      'drawn',
    ]);
  });

  it('refuses faults, an older version, a day that is over, and switching twice', async () => {
    const wrong = { ...usualSteps, chair: 2 };
    expect(await as('leader', (ctx) => drawLadder(ctx, { steps: wrong, version: 0 }))).toMatchObject({
      code: 'not-rising',
    });
    await draw();
    expect(await draw()).toMatchObject({ code: 'changed-meanwhile' });
    const on = (version: number, validFrom = today) =>
      as('leader', (ctx) => switchLadderOn(ctx, { version, validFrom }));
    expect(await on(1, addDays(today, -1))).toMatchObject({ code: 'past' });
    expect(await on(7)).toMatchObject({ code: 'changed-meanwhile' });
    expect(await on(1)).toMatchObject({ ok: true });
    expect(await on(2)).toMatchObject({ code: 'on-already' });
    await as('leader', switchLadderOff);
    expect(await as('leader', switchLadderOff)).toMatchObject({ code: 'off-already' });
  });

  it('is drawn and switched by those who may', async () => {
    await expect(
      as('officer', (ctx) => drawLadder(ctx, { steps: usualSteps, version: 0 })),
    ).rejects.toBeInstanceOf(Forbidden);
    await draw();
    await expect(
      as('focal', (ctx) => switchLadderOn(ctx, { version: 1, validFrom: today })),
    ).rejects.toBeInstanceOf(Forbidden);
    await expect(as('focal', switchLadderOff)).rejects.toBeInstanceOf(Forbidden);
  });

  it('names who stands on each step that a task has come to', async () => {
    await plant({ dueOn: '2026-05-04' }, plainDate('2026-05-01'));
    await plant({ dueOn: '2026-05-04', stage: 'submitted' }, plainDate('2026-05-01'));
    await lead(today);
    await draw();
    await as('leader', (ctx) => switchLadderOn(ctx, { version: 1, validFrom: today }));
    const told = await as('leader', (ctx) => listEscalations(ctx, today));
    expect(told.map(({ rung, officerId }) => [rung, officerId])).toEqual([
      ['officer', officer('focal')],
      ['unit-head', officer('unit-head')],
      ['vice-chair', officer('clerk')],
    ]);
  });
});

describe('whom a month would have told', () => {
  const april = { first: plainDate('2026-04-01'), last: plainDate('2026-04-30') };
  const would = (month = april) => as('leader', (ctx) => listWouldBeTold(ctx, usualSteps, month));

  it('is told by the deadlines and steps of that month', async () => {
    // A Friday: one working day later is the Monday after.
    await plant({ dueOn: '2026-04-03' }, plainDate('2026-03-02'));
    await lead(today);
    expect((await would()).map(({ on, rung, officerId }) => [on, rung, officerId])).toEqual([
      ['2026-04-06', 'officer', officer('focal')],
      ['2026-04-08', 'unit-head', officer('unit-head')],
      ['2026-04-10', 'vice-chair', officer('clerk')],
      ['2026-04-17', 'chair', officer('leader')],
    ]);
    expect(await would({ first: plainDate('2026-03-01'), last: plainDate('2026-03-31') })).toEqual([]);
  });

  it('leaves out what was moved in time, and what was made later', async () => {
    const { ids } = await plant({ dueOn: '2026-04-03', dueKind: 'date' }, plainDate('2026-03-02'));
    await plant({ dueOn: '2026-04-03' }, plainDate('2026-05-05'));
    const id = ids[0] as Id<'task'>;
    await as(
      'leader',
      async (ctx) => {
        const { version } = await getTask(ctx, id);
        const moved = await changeDue(ctx, id, {
          dueOn: plainDate('2026-06-30'),
          text: 'Tỉnh lùi ngày',
          version,
        });
        expect(moved.ok).toBe(true);
      },
      plainDate('2026-04-07'),
    );
    expect((await would()).map(({ on, dueOn }) => [on, dueOn])).toEqual([['2026-04-06', '2026-04-03']]);
  });

  it('shows an officer without the right nothing', async () => {
    await expect(as('officer', (ctx) => listWouldBeTold(ctx, usualSteps, april))).rejects.toBeInstanceOf(
      Forbidden,
    );
  });
});

describe('what a ladder tells', () => {
  it('does not arrive where the person may not read the task, or has no open account', async () => {
    const { ids } = await plant({ title: 'Trễ', dueOn: plainDate('2026-05-05') }, today);
    const [taskId = ''] = ids;
    const tellings = (['leader', 'community', 'focal'] as const).map((role) => ({
      taskId,
      officerId: officer(role),
    }));
    const unheard = () => as('admin', (ctx) => findUnheard(ctx, tellings));
    expect([...(await unheard())].map((one) => one.officerId)).toEqual([officer('community')]);
    await services.migrator.query(
      'update directory.account set locked_at = now() where tenant_id = $1 and officer_id = $2',
      [home.tenant.id, officer('leader')],
    );
    expect((await unheard()).size).toBe(2);
    expect((await as('admin', (ctx) => findUnheard(ctx, []))).size).toBe(0);
  });
});
