import { beforeEach, describe, expect, it } from 'vitest';
import { asOwner, withoutTenant } from '#platform/db/tenant-transaction.ts';
import { testServices } from '#platform/db/testing.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { forgetWorkCalendar, loadWorkCalendar } from './queries.server.ts';
import { loadReferenceDays } from './reference.server.ts';
import { addWorkingDays, dayKind } from './working-day.ts';

const { pool, migrator } = await testServices();

const load = () => asOwner(migrator, loadReferenceDays);
const calendarOfApp = () => withoutTenant(pool, loadWorkCalendar);

beforeEach(async () => {
  await migrator.query('delete from calendar.day_rule');
  forgetWorkCalendar();
});

describe('the reference days in the database', () => {
  it('give the app role the calendar, without any tenant', async () => {
    const count = await load();
    const calendar = await calendarOfApp();
    expect(calendar.rules.size).toBe(count);
    expect(addWorkingDays(calendar, plainDate('2026-02-13'), 1)).toBe('2026-02-23');
    expect(dayKind(calendar, plainDate('2026-08-22'))).toMatchObject({
      kind: 'make-up',
      rule: { name: 'Làm bù cho ngày 31/08/2026', certainty: 'sourced' },
    });
  });

  it('become those of the file: loaded twice the same, a wrong day corrected, a stray day removed', async () => {
    await migrator.query(`insert into calendar.day_rule values
      ('1999-01-01', 'off', 'x', 'x', 'x', 'unverified'), ('2026-01-01', 'work', 'x', 'x', 'x', 'unverified')`);
    const first = await load();
    expect(await load()).toBe(first);
    const { rules } = await calendarOfApp();
    expect(rules.size).toBe(first);
    expect(rules.get(plainDate('2026-01-01'))).toMatchObject({ kind: 'off', name: 'Tết Dương lịch' });
    expect(rules.has(plainDate('1999-01-01'))).toBe(false);
  });

  it('are not remembered as none while they are still to be loaded', async () => {
    expect((await calendarOfApp()).rules.size).toBe(0);
    await migrator.query(
      "insert into calendar.day_rule values ('2026-01-01', 'off', 'x', 'x', 'x', 'sourced')",
    );
    expect((await calendarOfApp()).rules.size).toBe(1);
  });

  it('are kept in the process once read', async () => {
    await load();
    const kept = await calendarOfApp();
    await migrator.query('delete from calendar.day_rule');
    expect(await calendarOfApp()).toBe(kept);
  });

  it.each([
    "insert into calendar.day_rule values ('2026-07-01', 'off', 'x', 'x', 'x', 'sourced')",
    "update calendar.day_rule set kind = 'work'",
    'delete from calendar.day_rule',
  ])('cannot be changed by the app role: %s', async (statement) => {
    await expect(pool.query(statement)).rejects.toThrow('permission denied');
  });
});
