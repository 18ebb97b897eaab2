import { beforeAll, describe, expect, it } from 'vitest';
import { removeEvidence, restoreEvidence } from '#modules/casework/evidence/commands/remove.server.ts';
import { attachDocument } from '#modules/casework/index.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { assignTask, type Assignment } from './commands/assign.server.ts';
import { changeDue } from './commands/change-due.server.ts';
import { cancelTask, reopenTask } from './commands/close.server.ts';
import { submitTask, withdrawTask } from './commands/hand-in.server.ts';
import { approveTask, sendTaskBack } from './commands/judge.server.ts';
import { acceptTask, declineTask, startTask } from './commands/receive.server.ts';
import { recordEvent } from './commands/record-event.server.ts';
import { plantTasks, type TaskSeed } from './fixtures.ts';
import { taskEvidence } from './evidence-owner.server.ts';
import { getTask, listTaskEvents } from './queries.server.ts';
import { type TaskDeed, taskDeeds, type TaskStage, taskStages, transitions } from './task-life.ts';

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
const unit = (name: string) => home.units.get(name) ?? null;

/** A task of which all six are clear: the officer does it, the leader approves it. */
const whole = (): TaskSeed => ({
  product: 'Báo cáo rà soát',
  leadUnitId: unit('Phòng Kinh tế'),
  assigneeId: officer('officer'),
  approverId: officer('leader'),
  dueOn: '2026-06-30',
});

async function plant(seed: TaskSeed = {}): Promise<string> {
  const { ids } = await as('focal', (ctx) => plantTasks(ctx, [seed]));
  return ids[0] as string;
}

const task = (id: string) => as('focal', (ctx) => getTask(ctx, id));
const eventsOf = (id: string) =>
  as('focal', async (ctx) => (await listTaskEvents(ctx, (await getTask(ctx, id)).id)).reverse());

async function auditOf(taskId: string): Promise<string[]> {
  const { rows } = await services.migrator.query<{ act: string }>(
    'select act from platform.audit_line where record_id = $1 order by at, id',
    [taskId],
  );
  return rows.map((row) => row.act);
}

const to = (given: Partial<Assignment>): Assignment => ({
  assigneeId: null,
  approverId: null,
  leadUnitId: null,
  dueOn: undefined,
  version: 1,
  ...given,
});

const today = plainDate('2026-05-12');
const runs: Readonly<
  Record<TaskDeed, (ctx: Ctx, id: string, version: number) => ReturnType<typeof acceptTask>>
> = {
  assign: async (ctx, id, version) => {
    const { assigneeId, approverId, leadUnitId } = await getTask(ctx, id);
    return assignTask(ctx, id, to({ assigneeId, approverId, leadUnitId, version })) as ReturnType<
      typeof acceptTask
    >;
  },
  accept: (ctx, id, version) => acceptTask(ctx, id, { version }),
  decline: (ctx, id, version) => declineTask(ctx, id, { text: 'Không đúng chuyên môn', version }),
  start: (ctx, id, version) => startTask(ctx, id, { version }),
  submit: (ctx, id, version) =>
    submitTask(ctx, id, { text: '31/BC-UBND', exception: 'Bản giấy', version }) as ReturnType<
      typeof acceptTask
    >,
  withdraw: (ctx, id, version) => withdrawTask(ctx, id, { version }),
  approve: (ctx, id, version) => approveTask(ctx, id, { version }) as ReturnType<typeof acceptTask>,
  'send-back': (ctx, id, version) => sendTaskBack(ctx, id, { text: 'Thiếu số liệu', version }),
  'record-event': (ctx, id, version) =>
    recordEvent(ctx, id, { text: '12/KH-UBND', on: today, dueOn: today, version }) as ReturnType<
      typeof acceptTask
    >,
  'change-due': (ctx, id, version) =>
    changeDue(ctx, id, { dueOn: plainDate('2026-07-31'), text: 'Tỉnh lùi ngày nộp', version }) as ReturnType<
      typeof acceptTask
    >,
  cancel: (ctx, id, version) => cancelTask(ctx, id, { text: 'Trùng', version }),
  reopen: (ctx, id, version) => reopenTask(ctx, id, { version }),
};

/** Whole, and at a step: what waits for an event has no day yet. */
const at = (stage: TaskStage): TaskSeed => ({
  ...whole(),
  stage,
  ...(stage === 'waiting' ? { dueOn: null, dueKind: 'after-event' } : {}),
});

const pairs = taskStages.flatMap((stage) =>
  taskDeeds.map((name) => ({ stage, name, to: transitions[stage][name] })),
);

describe('the table of steps and deeds', () => {
  it.each(pairs.filter((pair) => pair.to))(
    'leads from $stage by $name to $to, once, with an event and an audit line',
    async ({ stage, name, to: towards }) => {
      // A draft that is whole is one that nobody has assigned yet.
      const id = await plant(at(stage));
      expect(await as('focal', (ctx) => runs[name](ctx, id, 1))).toMatchObject({ ok: true });
      const isStill = stage === 'waiting' && name === 'assign';
      const present = await task(id);
      expect([present.stage, present.version]).toEqual([isStill ? 'waiting' : towards, 2]);
      expect(await eventsOf(id)).toHaveLength(1);
      expect(await auditOf(id)).toEqual([`planning.task.${name}`]);
      // The same form once more, from an old tab.
      const again = await as('focal', (ctx) => runs[name](ctx, id, 1));
      expect(again).toMatchObject({ ok: false });
      expect([(await task(id)).version, await auditOf(id)]).toEqual([2, [`planning.task.${name}`]]);
    },
  );

  it.each(pairs.filter((pair) => !pair.to))(
    'takes no $name at $stage, and writes nothing',
    async ({ stage, name }) => {
      const id = await plant(at(stage));
      const outcome = await as('focal', (ctx) => runs[name](ctx, id, 1));
      expect(outcome).toMatchObject({ ok: false, code: 'wrong-state' });
      expect([(await task(id)).stage, await eventsOf(id), await auditOf(id)]).toEqual([stage, [], []]);
    },
  );
});

describe('every deed', () => {
  it.each(taskDeeds)('%s is done once when two do it at the same time', async (name) => {
    const stage = taskStages.find((one) => transitions[one][name]) ?? 'draft';
    const id = await plant(at(stage));
    const both = await Promise.all([1, 2].map(() => as('focal', (ctx) => runs[name](ctx, id, 1))));
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await auditOf(id)).toHaveLength(1);
  });

  it.each(taskDeeds)('%s finds no task of another commune', async (name) => {
    const stage = taskStages.find((one) => transitions[one][name]) ?? 'draft';
    const id = await plant(at(stage));
    await expect(
      stranger.as(stranger.signIn('focal'), 'write', (ctx) => runs[name](ctx, id, 1)),
    ).rejects.toBeInstanceOf(NotFound);
    expect(await auditOf(id)).toEqual([]);
  });

  it.each(taskDeeds)('%s is not for an officer of another unit', async (name) => {
    const stage = taskStages.find((one) => transitions[one][name]) ?? 'draft';
    const id = await plant({ ...at(stage), assigneeId: officer('focal'), approverId: officer('leader') });
    await expect(as('officer', (ctx) => runs[name](ctx, id, 1))).rejects.toBeInstanceOf(Forbidden);
    await expect(as('unit-head', (ctx) => runs[name](ctx, id, 1))).rejects.toBeInstanceOf(Forbidden);
    expect(await auditOf(id)).toEqual([]);
  });
});

describe('assigning', () => {
  it('counts only once all six are clear, and keeps the printed words', async () => {
    const id = await plant({ dueKind: 'year', product: null });
    const people = { assigneeId: officer('officer'), approverId: officer('leader') };
    const leadUnitId = unit('Phòng Kinh tế');
    await as('focal', (ctx) => assignTask(ctx, id, to({ ...people, leadUnitId })));
    expect(await task(id)).toMatchObject({ ...people, leadUnitId, stage: 'draft', dueKind: 'year' });
    const more = { product: 'Báo cáo', dueOn: plainDate('2026-06-30'), version: 2 };
    await as('focal', (ctx) => assignTask(ctx, id, to({ ...people, leadUnitId, ...more })));
    expect(await task(id)).toMatchObject({
      stage: 'assigned',
      product: 'Báo cáo',
      dueOn: '2026-06-30',
      dueKind: 'date',
    });
  });

  it('gives a task that is under way to somebody new, who has to accept it', async () => {
    const id = await plant({ ...whole(), stage: 'in-progress' });
    const given = { approverId: officer('leader'), leadUnitId: unit('Phòng Kinh tế') };
    await as('focal', (ctx) => assignTask(ctx, id, to({ ...given, assigneeId: officer('clerk') })));
    expect((await task(id)).stage).toBe('assigned');
  });

  it('refuses a person of another commune', async () => {
    const id = await plant();
    const outsider = stranger.people.get(stranger.signIn('officer'))?.officerId ?? null;
    expect(await as('focal', (ctx) => assignTask(ctx, id, to({ assigneeId: outsider })))).toMatchObject({
      code: 'unknown-choice',
    });
  });

  it('is for the head of the unit that answers, not of one that helps', async () => {
    const [, culture, economy] = [...home.units.values()];
    const own = await plant({ leadUnitId: culture ?? null });
    const helping = await plant({
      leadUnitId: economy ?? null,
      coordinatingUnitIds: culture ? [culture] : [],
    });
    expect(
      await as('unit-head', (ctx) => assignTask(ctx, own, to({ leadUnitId: culture ?? null }))),
    ).toMatchObject({ ok: true });
    await expect(
      as('unit-head', (ctx) => assignTask(ctx, helping, to({ leadUnitId: economy ?? null }))),
    ).rejects.toBeInstanceOf(Forbidden);
  });
});

describe('a task from hand to hand', () => {
  it('is accepted, begun, handed in, sent back, handed in again and approved', async () => {
    const id = await plant({ ...whole(), stage: 'assigned' });
    await as('officer', (ctx) => acceptTask(ctx, id, { version: 1 }));
    await as('officer', (ctx) => startTask(ctx, id, { text: 'Đã gửi phiếu', version: 2 }));
    const exception = 'Gộp vào báo cáo quý theo chỉ đạo';
    await as('officer', (ctx) => submitTask(ctx, id, { text: 'Nháp', exception: 'Bản nháp', version: 3 }));
    await as('leader', (ctx) => sendTaskBack(ctx, id, { text: 'Thiếu số liệu quý II', version: 4 }));
    expect(await task(id)).toMatchObject({ stage: 'sent-back', state: 'open', handedIn: { text: 'Nháp' } });
    await as('officer', (ctx) => submitTask(ctx, id, { text: '31/BC-UBND', exception, version: 5 }));
    await as('leader', (ctx) => approveTask(ctx, id, { text: 'Đồng ý', version: 6 }));
    expect(await task(id)).toMatchObject({
      stage: 'done',
      state: 'done',
      closingText: '31/BC-UBND',
      closedOn: '2026-05-12',
      handedIn: { text: '31/BC-UBND', exception },
    });
    const events = await eventsOf(id);
    expect(events.map((event) => [event.kind, event.detail.text ?? null])).toEqual([
      ['accepted', null],
      ['started', 'Đã gửi phiếu'],
      ['submitted', 'Nháp'],
      ['sent-back', 'Thiếu số liệu quý II'],
      ['submitted', '31/BC-UBND'],
      ['approved', 'Đồng ý'],
    ]);
  });

  it('is approved with its proof or an explained exception that the approver accepts, and not without', async () => {
    const id = await plant({ ...whole(), stage: 'in-progress' });
    const handIn = (exception: string | null, version: number) =>
      as('officer', (ctx) => submitTask(ctx, id, { text: '31/BC-UBND', exception, version }));
    const approve = (version: number) => as('leader', (ctx) => approveTask(ctx, id, { version }));
    const proof = { title: 'Báo cáo', number: '31/BC-UBND', issuedOn: '2026-05-11', issuer: 'UBND xã' };
    expect(await handIn(null, 1)).toMatchObject({ ok: false, code: 'proof-missing' });
    expect(await task(id)).toMatchObject({ stage: 'in-progress', version: 1 });
    const attached = await as('officer', (ctx) => attachDocument(ctx, taskEvidence, id, proof));
    await handIn(null, 1);
    const attachment = attached.ok ? attached.value : '';
    await as('officer', (ctx) => removeEvidence(ctx, taskEvidence, id, attachment));
    expect(await approve(2)).toMatchObject({ ok: false, code: 'proof-gone' });
    expect((await task(id)).stage).toBe('submitted');
    await as('officer', (ctx) => restoreEvidence(ctx, taskEvidence, id, attachment));
    expect(await approve(2)).toMatchObject({ ok: true });

    const explained = await plant({ ...whole(), stage: 'in-progress' });
    const exception = 'Gộp vào báo cáo quý';
    await as('officer', (ctx) => submitTask(ctx, explained, { text: 'Báo cáo quý', exception, version: 1 }));
    await as('leader', (ctx) => approveTask(ctx, explained, { version: 2 }));
    expect((await eventsOf(explained)).at(-1)).toMatchObject({
      kind: 'approved',
      actorName: expect.stringContaining('leader') as string,
      detail: { accepted: exception },
    });
  });

  it('is judged by who is named for it: not by the one who did it, and by the head where named', async () => {
    const mine = await plant({ ...whole(), stage: 'submitted' });
    await expect(as('officer', (ctx) => approveTask(ctx, mine, { version: 1 }))).rejects.toBeInstanceOf(
      Forbidden,
    );
    const own = { ...whole(), leadUnitId: unit('Phòng Văn hóa - Xã hội'), stage: 'submitted' as const };
    const others = await plant(own);
    await expect(as('unit-head', (ctx) => approveTask(ctx, others, { version: 1 }))).rejects.toBeInstanceOf(
      Forbidden,
    );
    const named = await plant({ ...own, approverId: officer('unit-head') });
    expect(await as('unit-head', (ctx) => approveTask(ctx, named, { version: 1 }))).toMatchObject({
      ok: true,
    });
  });

  it('is a draft without a person once the person declines it', async () => {
    const id = await plant({ ...whole(), stage: 'assigned' });
    await as('officer', (ctx) => declineTask(ctx, id, { text: 'Đang nghỉ thai sản', version: 1 }));
    expect(await task(id)).toMatchObject({ stage: 'draft', assigneeId: null });
    expect((await eventsOf(id)).map((event) => event.detail.text)).toEqual(['Đang nghỉ thai sản']);
  });

  it('is done on the day on which it was handed in, however long approving took', async () => {
    const id = await plant({ ...whole(), stage: 'submitted', dueOn: '2026-05-08' });
    await as('leader', (ctx) => approveTask(ctx, id, { version: 1 }));
    expect(await task(id)).toMatchObject({ closedOn: '2026-05-08', dueOn: '2026-05-08' });
  });
});

describe('recording the event for which a task waits', () => {
  const waiting = (due: TaskSeed['due'] = null) =>
    plant({ ...whole(), stage: 'waiting', dueOn: null, dueKind: 'after-event', due });
  const due = (count: number) => ({
    kind: 'after-event' as const,
    from: null,
    to: null,
    recurrence: null,
    offset: { count, unit: 'working-day' as const },
  });

  it('counts the deadline in working days where the plan names them', async () => {
    const id = await waiting(due(5));
    const on = plainDate('2026-05-08');
    await as('officer', (ctx) =>
      recordEvent(ctx, id, { text: '12/KH-UBND', on, dueOn: undefined, version: 1 }),
    );
    expect(await task(id)).toMatchObject({
      stage: 'assigned',
      dueOn: '2026-05-15',
      dueKind: 'after-event',
      event: { on, text: '12/KH-UBND' },
    });
  });

  it('asks for the day where the plan names none, and refuses one that cannot be', async () => {
    const id = await waiting();
    const record = (on: string, dueOn?: string) =>
      as('focal', (ctx) =>
        recordEvent(ctx, id, {
          text: 'Công văn',
          on: plainDate(on),
          dueOn: dueOn === undefined ? undefined : plainDate(dueOn),
          version: 1,
        }),
      );
    expect(await record('2026-05-11')).toMatchObject({ code: 'due-missing' });
    expect(await record('2026-05-11', '2026-05-10')).toMatchObject({ code: 'due-before-event' });
    expect(await record('2026-05-13', '2026-05-20')).toMatchObject({ code: 'event-to-come' });
    expect(await record('2026-05-11', '2026-05-20')).toMatchObject({ ok: true });
    expect((await task(id)).dueOn).toBe('2026-05-20');
  });
});

describe('cancelling and reopening', () => {
  it('keeps the reason in the history and brings the task back', async () => {
    const id = await plant(whole());
    await as('leader', (ctx) => cancelTask(ctx, id, { text: 'Trùng với nhiệm vụ khác', version: 1 }));
    await as('leader', (ctx) => reopenTask(ctx, id, { version: 2 }));
    expect(await task(id)).toMatchObject({ stage: 'assigned', closingText: null, closedOn: null });
    expect((await eventsOf(id)).map((event) => event.detail.text ?? null)).toContain(
      'Trùng với nhiệm vụ khác',
    );
  });

  it('opens as a draft what is not clear, and waits again for its event', async () => {
    const unclear = await plant({ stage: 'cancelled' });
    const early = await plant({ ...whole(), dueOn: null, dueKind: 'on-request', stage: 'cancelled' });
    for (const id of [unclear, early]) await as('leader', (ctx) => reopenTask(ctx, id, { version: 1 }));
    expect([(await task(unclear)).stage, (await task(early)).stage]).toEqual(['draft', 'waiting']);
  });
});

describe('the database', () => {
  it('holds no stage beside a state that is another', async () => {
    const id = await plant();
    for (const [stage, state] of [
      ['done', 'open'],
      ['draft', 'done'],
      ['submitted', 'open'],
      ['asleep', 'open'],
    ])
      await expect(
        services.migrator.query('update planning.task set stage = $2, state = $3 where id = $1', [
          id,
          stage,
          state,
        ]),
      ).rejects.toThrow(/check constraint/);
  });
});
