import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recordAbsence } from '#modules/directory/absence/commands.server.ts';
import type { BuiltInRole } from '#modules/directory/account/role.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { addDays, type PlainDate, plainDate } from '#platform/clock/plain-date.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { Forbidden } from '#platform/http/thrown.ts';
import { testServices } from '#platform/db/testing.ts';
import type { OpenStep } from '#platform/jobs/job.ts';
import { sendReminders } from './commands.server.ts';
import { remindNow } from './jobs.server.ts';
import type { MatterSource } from './matter-source.server.ts';
import type { Escalation, Matter } from './reminder.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
/** A Monday. */
const due = plainDate('2026-06-15');

beforeAll(async () => {
  services = await testServices();
});
beforeEach(async () => {
  home = await testTenant(services);
});

const officer = (role: BuiltInRole) => home.people.get(home.signIn(role))?.officerId as Id<'officer'>;
const on =
  (day: PlainDate): OpenStep =>
  (mode, work) =>
    home.as(home.signIn('admin'), mode, (ctx) =>
      work({ ...ctx, clock: fixedClock(`${day}T04:30:00+07:00`) }),
    );

function source(matters: readonly Matter[], escalations: readonly Escalation[] = []): MatterSource {
  return { recordKind: 'task', mattersOn: async () => matters, escalationsOn: async () => escalations };
}

const matterOf = (...roles: BuiltInRole[]): Matter => ({
  recordId: newId(),
  dueOn: due,
  officerIds: roles.map(officer),
  unitId: null,
});

const ledger = async () =>
  (
    await services.migrator.query<{
      on_date: string;
      officer_id: string;
      step: string;
      is_covered: boolean;
      notice_id: string | null;
    }>(
      `select on_date::text, officer_id, step, is_covered, notice_id, substitute_id, substitute_notice_id
       from casework.reminder where tenant_id = $1 order by at, officer_id, step`,
      [home.tenant.id],
    )
  ).rows;
const notices = async (unread = true) =>
  (
    await services.migrator.query<{ officer_id: string; kind: string; id: string; note: string }>(
      `select officer_id, kind, id, note from casework.notice where tenant_id = $1 and (read_at is null or not $2) order by at, kind`,
      [home.tenant.id, unread],
    )
  ).rows;

describe('the morning round', () => {
  it('tells each step once, however often it runs, and only on working days', async () => {
    const one = source([matterOf('officer')]);
    for (let day = -6; day <= 3; day += 1) {
      await remindNow(on(addDays(due, day)), [one]);
      await remindNow(on(addDays(due, day)), [one]);
    }
    // The twelfth is a Friday.
    expect((await ledger()).map(({ on_date, step }) => [on_date, step])).toEqual([
      ['2026-06-10', 'before-3'],
      ['2026-06-12', 'before-1'],
      ['2026-06-15', 'on-the-day'],
      ['2026-06-17', 'late-2'],
    ]);
    expect((await notices()).map(({ kind }) => kind)).toEqual(['reminded-late-2']);
    const all = await notices(false);
    expect(all.map(({ kind }) => kind)).toEqual([
      'reminded-before-3',
      'reminded-before-1',
      'reminded-today',
      'reminded-late-2',
    ]);
    expect((await ledger()).map((line) => line.notice_id)).toEqual(all.map(({ id }) => id));
  });

  it('goes on where it broke off', async () => {
    const first = source([matterOf('officer')]);
    const second = { ...source([matterOf('officer', 'clerk')]), recordKind: 'other' };
    let writes = 0;
    const breaking: OpenStep = (mode, work) =>
      on(due)(mode, async (ctx) => {
        const result = await work(ctx);
        if (mode === 'write') writes += 1;
        if (writes === 2) throw new Error('the power went');
        return result;
      });
    await expect(remindNow(breaking, [first, second])).rejects.toThrow('the power went');
    expect(await ledger()).toHaveLength(1);
    await remindNow(on(due), [first, second]);
    expect(await ledger()).toHaveLength(3);
    expect(await notices()).toHaveLength(3);
    const { rows } = await services.migrator.query(
      'select matters, reminders, ended_at is not null as ended from casework.reminder_run where tenant_id = $1',
      [home.tenant.id],
    );
    expect(rows).toEqual([{ matters: 2, reminders: 3, ended: true }]);
  });

  it('tells nobody twice when two rounds run at once', async () => {
    const many = source(Array.from({ length: 30 }, () => matterOf('officer', 'clerk')));
    await Promise.all([remindNow(on(due), [many]), remindNow(on(due), [many])]);
    expect(await ledger()).toHaveLength(60);
    expect(await notices(false)).toHaveLength(60);
  });

  it('lets an escalation stand for the reminder of the same morning, and never tells the weaker later', async () => {
    const matter = matterOf('officer');
    const above: Escalation = { ...matter, officerId: officer('officer'), rung: 'unit-head' };
    const both = source([matter], [above]);
    const day = addDays(due, 2);
    await remindNow(on(day), [both]);
    await remindNow(on(addDays(day, 1)), [both]);
    expect((await ledger()).map(({ step, is_covered }) => [step, is_covered])).toEqual([
      ['escalated-unit-head', false],
      ['late-2', true],
    ]);
    expect((await notices(false)).map(({ kind }) => kind)).toEqual(['escalated-2']);
    const [told, covered] = await ledger();
    expect(covered?.notice_id).toBe(told?.notice_id);
  });

  it('tells whoever stands in too, and names both in the ledger', async () => {
    await home.as(home.signIn('admin'), 'write', (ctx) =>
      recordAbsence(ctx, {
        officerId: officer('officer'),
        substituteId: officer('clerk'),
        fromOn: due,
        toOn: due,
        reason: 'nghỉ phép',
      }),
    );
    await remindNow(on(due), [source([matterOf('officer')])]);
    const told = await notices();
    expect(new Set(told.map(({ officer_id }) => officer_id))).toEqual(
      new Set([officer('officer'), officer('clerk')]),
    );
    const theirs = told.find(({ officer_id }) => officer_id === officer('clerk'));
    expect(await ledger()).toMatchObject([
      { officer_id: officer('officer'), substitute_id: officer('clerk'), substitute_notice_id: theirs?.id },
    ]);
  });

  it('says the first deadline where it was another one, and begins anew when the deadline moves', async () => {
    const matter = matterOf('officer');
    await remindNow(on(due), [source([matter])]);
    const later = plainDate('2026-06-22');
    await remindNow(on(later), [source([{ ...matter, dueOn: later, firstDueOn: due }])]);
    expect((await notices(false)).map(({ note }) => note)).toEqual(['', 'Hạn đặt ban đầu: 15/06/2026']);
  });

  it('leaves a line in the audit, and is for the clock alone', async () => {
    await remindNow(on(due), [source([matterOf('officer')])]);
    const { rows } = await services.migrator.query(
      `select act from platform.audit_line where tenant_id = $1 and act = 'casework.reminder.send' order by at, id`,
      [home.tenant.id],
    );
    expect(rows).toHaveLength(2);
    const forbidden = on(due)('write', (ctx) => sendReminders(ctx, 'task', []));
    await expect(forbidden).rejects.toBeInstanceOf(Forbidden);
  });
});
