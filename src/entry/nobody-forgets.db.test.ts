import { beforeAll, describe, expect, it } from 'vitest';
import { loadReferenceDays } from '#modules/calendar/index.server.ts';
import { remindNow } from '#modules/casework/index.server.ts';
import type { BuiltInRole } from '#modules/directory/account/role.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plantLateTask } from '#modules/planning/escalation/fixtures.ts';
import { submitTask } from '#modules/planning/index.server.ts';
import { getTask } from '#modules/planning/task/queries.server.ts';
import { matterSources } from '#modules/workbench/index.server.ts';
import { reminderRows } from '#modules/workbench/reminder/listed.server.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { addDays, type PlainDate, plainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import { asOwner } from '#platform/db/tenant-transaction.ts';
import { testServices } from '#platform/db/testing.ts';
import type { OpenStep } from '#platform/jobs/job.ts';
import type { Ctx } from '#platform/session/ctx.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  await asOwner(services.migrator, loadReferenceDays);
  home = await testTenant(services);
});

const lead = () => home.people.get(home.signIn('unit-head'))?.unitIds[0] as Id<'unit'>;
const officer = (role: BuiltInRole) => home.people.get(home.signIn(role))?.officerId as Id<'officer'>;
const at = <Result>(role: BuiltInRole, day: PlainDate, work: (ctx: Ctx) => Promise<Result>, time = '08:00') =>
  home.as(home.signIn(role), 'write', (ctx) =>
    work({ ...ctx, clock: fixedClock(`${day}T${time}:00+07:00`) }),
  );
const morningOf =
  (day: PlainDate): OpenStep =>
  (mode, work) =>
    home.as(home.signIn('admin'), mode, (ctx) =>
      work({ ...ctx, clock: fixedClock(`${day}T04:30:00+07:00`) }),
    );

/** The morning of a day, broken off within the transaction that tells people. */
const brokenMorningOf =
  (day: PlainDate): OpenStep =>
  (mode, work) =>
    morningOf(day)(mode, async (ctx) => {
      const result = await work(ctx);
      if (mode === 'write') throw new Error('the power went');
      return result;
    });

const round = (open: OpenStep) => remindNow(open, matterSources);

describe('nobody forgets', () => {
  it('from three working days before the deadline to ten after it, over weekends, holidays and a broken morning', async () => {
    const taskId = await plantLateTask({ officer, lead: lead(), at });
    const last = plainDate('2026-05-14');
    const failures: unknown[] = [];
    for (let day = plainDate('2026-04-20'); day <= last; day = addDays(day, 1)) {
      if (day === '2026-05-05')
        await round(brokenMorningOf(day)).catch((error: unknown) => failures.push(error));
      await round(morningOf(day));
      if (Number(day.slice(-2)) % 2 === 0) await round(morningOf(day));
    }
    expect(failures.map(String)).toEqual(['Error: the power went']);
    const lines = await at('leader', last, (ctx) =>
      reminderRows.next(
        ctx,
        { search: '', clauses: [], sort: { by: 'luc', isDown: false } },
        undefined,
        1_000,
      ),
    );
    const names = new Map([...home.people.values()].map((one) => [one.name, one.officerId]));
    const told = lines.rows.map((one) => [one.onDate, one.step, one.daysLate, names.get(one.officerName)]);
    expect(told).toEqual([
      ['2026-04-22', 'before-3', -3, officer('focal')],
      ['2026-04-24', 'before-1', -1, officer('focal')],
      ['2026-04-28', 'on-the-day', 0, officer('focal')],
      ['2026-04-29', 'escalated-officer', 1, officer('focal')],
      ['2026-05-04', 'late-2', 2, officer('focal')],
      ['2026-05-05', 'escalated-unit-head', 3, officer('unit-head')],
      ['2026-05-06', 'late-4', 4, officer('focal')],
      ['2026-05-07', 'escalated-vice-chair', 5, officer('auditor')],
      ['2026-05-08', 'late-6', 6, officer('focal')],
      ['2026-05-12', 'late-8', 8, officer('focal')],
      ...[
        ['2026-05-14', 'late-10', 10, officer('focal')],
        ['2026-05-14', 'escalated-chair', 10, officer('leader')],
      ].toSorted((a, b) => (lines.rows.at(-1)?.step === b[1] ? -1 : 1)),
    ]);
    expect(lines.rows.every((one) => one.recordId === taskId)).toBe(true);

    const { rows: notices } = await services.migrator.query<{
      officer_id: string;
      unread: number;
      all: number;
    }>(
      `select officer_id, count(*) filter (where read_at is null)::int as unread, count(*)::int as all
       from casework.notice where tenant_id = $1 group by officer_id`,
      [home.tenant.id],
    );
    const noticesOf = (role: BuiltInRole) => notices.find((one) => one.officer_id === officer(role));
    // Each line is one notice, and a person has one unread notice of a task however often they were reminded.
    expect(noticesOf('focal')).toMatchObject({ all: 9, unread: 1 });
    for (const role of ['unit-head', 'auditor', 'leader'] as const)
      expect(noticesOf(role)).toMatchObject({ all: 1, unread: 1 });

    const runs = await services.migrator.query<{ on_date: string }>(
      'select on_date::text from casework.reminder_run where tenant_id = $1 order by on_date',
      [home.tenant.id],
    );
    expect(runs.rows.map((row) => row.on_date)).toEqual([
      ...['20', '21', '22', '23', '24', '28', '29'].map((day) => `2026-04-${day}`),
      ...['04', '05', '06', '07', '08', '11', '12', '13', '14'].map((day) => `2026-05-${day}`),
    ]);

    await at(
      'focal',
      last,
      async (ctx) => {
        const { version } = await getTask(ctx, taskId);
        const handedIn = await submitTask(ctx, taskId, { text: '12/BC', exception: 'Bản giấy', version });
        expect(handedIn.ok).toBe(true);
      },
      '15:00',
    );
    const acted = await at('leader', last, (ctx) =>
      reminderRows.next(
        ctx,
        {
          search: '',
          clauses: [[{ field: 'da-lam', operator: 'is', values: ['co'] }]],
          sort: { by: 'luc', isDown: false },
        },
        undefined,
        1_000,
      ),
    );
    // The head of the unit is told of a step of the unit; the leaders are of other units.
    expect(new Set(acted.rows.map((one) => names.get(one.officerName)))).toEqual(
      new Set([officer('focal'), officer('unit-head')]),
    );
    const { rows: open } = await services.migrator.query(
      `select id from casework.notice where tenant_id = $1 and read_at is null and kind similar to '(reminded|escalated)-%'`,
      [home.tenant.id],
    );
    expect(open).toEqual([]);
    await round(morningOf(addDays(last, 1)));
    const { rows: after } = await services.migrator.query<{ officer_id: string; step: string }>(
      "select officer_id, step from casework.reminder where tenant_id = $1 and on_date = '2026-05-15'",
      [home.tenant.id],
    );
    // What is handed in lies with whoever approves it: they are reminded, and nobody else.
    expect(after).toEqual([{ officer_id: officer('leader'), step: 'late-10' }]);
  });
});
