import type { PluginTransformQueryArgs, PluginTransformResultArgs } from 'kysely';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { setOwnDays } from '#modules/calendar/own-day/commands.server.ts';
import type { Digest } from '#modules/casework/digest/digest.ts';
import { makeDigests } from '#modules/casework/digest/commands.server.ts';
import { makeDigestsNow } from '#modules/casework/digest/jobs.server.ts';
import { getDigests, listDueOfficers } from '#modules/casework/digest/queries.server.ts';
import { confirmContact } from '#modules/casework/delivery/fixtures.ts';
import { tell } from '#modules/casework/notice/tell.server.ts';
import { setChoice } from '#modules/casework/notice-choice/commands.server.ts';
import type { BuiltInRole } from '#modules/directory/account/role.ts';
import { recordAbsence } from '#modules/directory/absence/commands.server.ts';
import { endOfficer } from '#modules/directory/officer/administer.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { act } from '#platform/db/act.ts';
import { done } from '#platform/db/outcome.ts';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Senders } from '#platform/messaging/senders.ts';
import { systemActor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { plantTasks, type TaskSeed } from '../task/fixtures.ts';
import { taskNotices } from '../task-notice/notice-source.server.ts';
import { taskDigest } from './task-digest.server.ts';

const place = {
  sources: [taskDigest],
  notices: [taskNotices],
  noticeLink: (id: string) => `/thong-bao/${id}`,
};
const post = { baseUrl: 'https://dongky.example' };

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
});

beforeEach(async () => {
  home = await testTenant(services);
});

const person = (role: BuiltInRole) => home.people.get(home.signIn(role));
const officer = (role: BuiltInRole) => person(role)?.officerId as Id<'officer'>;
/** At this moment: a Tuesday morning unless said otherwise. */
const at = (moment: string) => ({ ...services, clock: fixedClock(`${moment}:00+07:00`) });

function asClock<Result>(moment: string, mode: 'read' | 'write', work: (ctx: Ctx) => Promise<Result>) {
  const actor = systemActor('morning-letter', ['casework.digest.make']);
  const occasion = { tenant: home.tenant, actor, lang: 'vi' as const, requestId: 'clock' };
  return openCtx(at(moment), mode, occasion, work);
}

/** One round of the clock. */
const round = (moment: string) => makeDigestsNow((mode, work) => asClock(moment, mode, work), place, post);

const as = <Result>(role: BuiltInRole, moment: string, work: (ctx: Ctx) => Promise<Result>) => {
  const actor = person(role);
  if (!actor) throw new Error(`nobody is ${role}`);
  const occasion = { tenant: home.tenant, actor, lang: 'vi' as const, requestId: 'test' };
  return openCtx(at(moment), 'write', occasion, work);
};

async function plant(seeds: readonly TaskSeed[]): Promise<readonly string[]> {
  const common = {
    assigneeId: officer('officer'),
    approverId: officer('leader'),
    stage: 'in-progress' as const,
  };
  const { ids } = await as('focal', '2026-05-01T08:00', (ctx) =>
    plantTasks(
      ctx,
      seeds.map((seed) => ({ ...common, ...seed })),
    ),
  );
  return ids;
}

/** What the letter of a person said on a day, line by line under the titles of its parts. */
async function letterOf(role: BuiltInRole, day: string): Promise<string[]> {
  const digests: Digest[] = await as(role, `${day}T13:00`, (ctx) => getDigests(ctx, plainDate(day))).catch(
    () => [],
  );
  return digests.flatMap(({ parts }) =>
    parts.flatMap(({ title, lines }) => [
      `${title}:`,
      ...lines.map(({ text, insteadOf }) => (insteadOf ? `${text} (thay ${insteadOf})` : text)),
    ]),
  );
}

it('tells each person what is late, due today, due soon and waits for them, the nearest first', async () => {
  await plant([
    { title: 'Muộn', dueOn: '2026-05-08' },
    { title: 'Muộn hơn', dueOn: '2026-05-05', stage: 'accepted' },
    { title: 'Hôm nay', dueOn: '2026-05-12' },
    { title: 'Sắp tới', dueOn: '2026-05-15' },
    { title: 'Còn xa', dueOn: '2026-05-18' },
    { title: 'Chờ nhận', dueOn: '2026-06-30', stage: 'assigned' },
    { title: 'Đã nộp', dueOn: '2026-05-08', stage: 'submitted' },
    { title: 'Xong', dueOn: '2026-05-08', stage: 'done' },
    { title: 'Hủy', dueOn: '2026-05-08', stage: 'cancelled' },
    { title: 'Chờ sự kiện', dueOn: null, stage: 'waiting' },
  ]);
  await round('2026-05-12T07:00');
  expect(await letterOf('officer', '2026-05-12')).toEqual([
    'Quá hạn:',
    'I.2 Muộn hơn, hạn 05/05/2026, quá 5 ngày làm việc',
    'I.1 Muộn, hạn 08/05/2026, quá 2 ngày làm việc',
    'Hạn hôm nay:',
    'I.3 Hôm nay, hạn 12/05/2026',
    'Sắp đến hạn:',
    'I.4 Sắp tới, hạn 15/05/2026',
    'Chờ anh, chị:',
    'I.6 Chờ nhận, chờ nhận việc, hạn 30/06/2026',
  ]);
  expect(await letterOf('leader', '2026-05-12')).toEqual([
    'Chờ anh, chị:',
    'I.7 Đã nộp, chờ duyệt, hạn 08/05/2026, quá 2 ngày làm việc',
  ]);
  // Nothing to say, no letter.
  expect(await letterOf('clerk', '2026-05-12')).toEqual([]);
});

it('comes at each person’s hour, on working days alone, and is made up until noon', async () => {
  await plant([{ title: 'Muộn', dueOn: '2026-04-24' }]);
  await as('officer', '2026-05-01T08:00', (ctx) =>
    setChoice(
      ctx,
      { layer: 'person', officerId: officer('officer') },
      { chosen: { digestAt: '08:30' }, version: 0 },
    ),
  );
  const due = async (moment: string) =>
    (await asClock(moment, 'read', listDueOfficers)).includes(officer('officer'));
  expect(await due('2026-05-12T08:29')).toBe(false);
  expect(await due('2026-05-12T08:30')).toBe(true);
  expect(await due('2026-05-12T11:59')).toBe(true);
  expect(await due('2026-05-12T12:00')).toBe(false);
  // A Saturday.
  expect(await due('2026-05-16T09:00')).toBe(false);
  await as('admin', '2026-05-01T08:00', (ctx) =>
    setOwnDays(ctx, { offOn: plainDate('2026-05-13'), workOn: undefined, reason: 'mất điện' }),
  );
  expect(await due('2026-05-13T09:00')).toBe(false);
  await round('2026-05-12T08:00');
  expect(await letterOf('officer', '2026-05-12')).toEqual([]);
  await round('2026-05-12T11:50');
  expect(await letterOf('officer', '2026-05-12')).not.toEqual([]);
});

it('is written once, however often the clock strikes and whenever a round breaks off', async () => {
  await plant([{ title: 'Muộn', dueOn: '2026-05-08' }]);
  const everybody = await asClock('2026-05-12T07:00', 'read', listDueOfficers);
  expect(everybody).toHaveLength(8);
  // A round that breaks off after it has written leaves nothing behind.
  await expect(
    asClock('2026-05-12T07:00', 'write', async (ctx) => {
      await makeDigests(ctx, place, everybody, post);
      throw new Error('killed');
    }),
  ).rejects.toThrow('killed');
  expect(await letterOf('officer', '2026-05-12')).toEqual([]);
  await round('2026-05-12T07:10');
  await plant([{ title: 'Mới', dueOn: '2026-05-12' }]);
  await round('2026-05-12T07:20');
  expect(await letterOf('officer', '2026-05-12')).toHaveLength(2);
  // Two rounds at the same time, of people who have letters already and of nobody else.
  const [first, second] = await Promise.all(
    [1, 2].map(() => asClock('2026-05-13T07:00', 'write', (ctx) => makeDigests(ctx, place, everybody, post))),
  );
  expect([first, second].filter((outcome) => outcome?.ok)).toHaveLength(2);
  const { rows } = await services.migrator.query<{ count: number }>(
    `select count(*)::int as count from casework.digest
     where tenant_id = $1 and officer_id = $2 and on_date = '2026-05-13'`,
    [home.tenant.id, officer('officer')],
  );
  expect(rows[0]?.count).toBe(1);
});

it('goes to the one who stands in as well, and says so; whoever has left gets none', async () => {
  await plant([{ title: 'Muộn', dueOn: '2026-05-08' }]);
  await as('admin', '2026-05-01T08:00', (ctx) =>
    recordAbsence(ctx, {
      officerId: officer('officer'),
      substituteId: officer('clerk'),
      fromOn: plainDate('2026-05-11'),
      toOn: plainDate('2026-05-12'),
      reason: 'nghỉ phép',
    }),
  );
  await round('2026-05-12T07:00');
  const late = 'I.1 Muộn, hạn 08/05/2026, quá 2 ngày làm việc';
  expect(await letterOf('clerk', '2026-05-12')).toEqual(['Quá hạn:', `${late} (thay Người officer)`]);
  await round('2026-05-13T07:00');
  expect(await letterOf('clerk', '2026-05-13')).toEqual([]);
  await as('admin', '2026-05-13T13:00', (ctx) =>
    endOfficer(ctx, officer('officer'), plainDate('2026-05-13')),
  );
  expect(await asClock('2026-05-14T07:00', 'read', listDueOfficers)).not.toContain(officer('officer'));
});

it('tells news that has not been read once, but not of what stands in the letter already', async () => {
  const [late, other] = await plant([
    { title: 'Muộn', dueOn: '2026-05-08' },
    { title: 'Còn xa', dueOn: '2026-07-08' },
  ]);
  await as('leader', '2026-05-11T16:20', (ctx) =>
    act(ctx, 'planning.task.change-due', async (tx) => {
      for (const recordId of [late, other])
        tell(ctx, tx, {
          kind: 'task-due-moved',
          recordKind: 'task',
          recordId: recordId ?? '',
          officerIds: [officer('officer')],
        });
      await tx.audit({ recordKind: 'task', recordId: late ?? '', before: null, after: {} });
      return done();
    }),
  );
  await round('2026-05-12T07:00');
  expect((await letterOf('officer', '2026-05-12')).slice(2)).toEqual([
    'Tin công việc chưa đọc:',
    'Đã đổi hạn: Người leader, 16:20 11/05/2026',
  ]);
  await round('2026-05-13T07:00');
  expect((await letterOf('officer', '2026-05-13')).slice(2)).toEqual([]);
});

it('is handed over once to whoever can be reached, not before the quiet hours end', async () => {
  await plant([
    { title: 'Muộn', dueOn: '2026-05-08' },
    { title: 'Nộp', stage: 'submitted' },
  ]);
  await confirmContact(home, home.signIn('officer'), 'nguoi.lam@xa.example');
  await as('officer', '2026-05-01T08:00', (ctx) =>
    setChoice(
      ctx,
      { layer: 'person', officerId: officer('officer') },
      { chosen: { quiet: { from: '20:00', to: '07:45' }, lang: 'en' }, version: 0 },
    ),
  );
  // Nothing is sent by it: it is only asked which ways there are.
  const senders = { mail: {}, sms: null, zalo: {} } as unknown as Senders;
  for (const moment of ['2026-05-12T07:00', '2026-05-12T07:10'])
    await makeDigestsNow((mode, work) => asClock(moment, mode, work), place, { ...post, senders });
  const { rows } = await services.migrator.query<{ body: string }>(
    `select officer_id, channel, kind, subject, body, next_at from casework.delivery where tenant_id = $1`,
    [home.tenant.id],
  );
  expect(rows.map(({ body: _body, ...letter }) => letter)).toEqual([
    {
      officer_id: officer('officer'),
      channel: 'mail',
      kind: 'digest',
      subject: 'Work on the morning of 12/05/2026: 1 late',
      next_at: new Date('2026-05-12T07:45:00+07:00'),
    },
  ]);
  expect(rows[0]?.body).toContain(
    '- I.1 Muộn, due 08/05/2026, 2 working days late\n  https://dongky.example/nhiem-vu/',
  );
  // The leader has confirmed no address: the letter stands in the app alone.
  expect(await letterOf('leader', '2026-05-12')).toHaveLength(2);
});

it('takes as many statements for many people as for one', async () => {
  await plant([{ title: 'Muộn', dueOn: '2026-05-08' }]);
  const everybody = await asClock('2026-05-12T07:00', 'read', listDueOfficers);
  const count = (ids: readonly Id<'officer'>[], moment: string) =>
    asClock(moment, 'write', async (ctx) => {
      let statements = 0;
      const counting = {
        transformQuery: ({ node }: PluginTransformQueryArgs) => {
          statements += 1;
          return node;
        },
        transformResult: async ({ result }: PluginTransformResultArgs) => result,
      };
      const { writer } = ctx;
      if (!writer) throw new Error('no writing context');
      await makeDigests(
        { ...ctx, db: ctx.db.withPlugin(counting), writer: writer.withPlugin(counting) },
        place,
        ids,
        post,
      );
      return statements;
    });
  const forOne = await count(everybody.slice(0, 1), '2026-05-12T07:00');
  expect(forOne).toBeGreaterThan(5);
  expect(await count(everybody, '2026-05-13T07:00')).toBe(forOne);
});
