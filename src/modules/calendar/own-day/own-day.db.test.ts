import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import { addWorkingDays, dayKind } from '../working-day/working-day.ts';
import { removeOwnDay, restoreOwnDay, setOwnDays } from './commands.server.ts';
import { listOwnDays, loadOfficeCalendar } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

const asAdmin = <Result>(work: Parameters<typeof home.as<Result>>[2]) =>
  home.as(home.signIn('admin'), 'write', work);
const friday = plainDate('2026-05-15');
const saturday = plainDate('2026-05-16');

it('a swapped day counts for its office alone, until it is taken back', async () => {
  const other = await testTenant(services);
  const swap = { offOn: friday, workOn: saturday, reason: 'Mất điện' };
  expect(await asAdmin((ctx) => setOwnDays(ctx, swap))).toMatchObject({ ok: true });
  const calendar = await asAdmin(loadOfficeCalendar);
  expect(addWorkingDays(calendar, plainDate('2026-05-14'), 1)).toBe(saturday);
  expect(dayKind(calendar, friday)).toMatchObject({ kind: 'off', rule: { name: 'Mất điện' } });
  const elsewhere = await other.as(other.signIn('admin'), 'read', loadOfficeCalendar);
  expect(addWorkingDays(elsewhere, plainDate('2026-05-14'), 1)).toBe(friday);

  const day = (await asAdmin(listOwnDays)).find((one) => one.on === friday);
  const id = day?.id ?? '';
  await expect(
    other.as(other.signIn('admin'), 'write', (ctx) => removeOwnDay(ctx, id)),
  ).rejects.toBeInstanceOf(NotFound);
  await expect(
    home.as(home.signIn('leader'), 'write', (ctx) => removeOwnDay(ctx, id)),
  ).rejects.toBeInstanceOf(Forbidden);
  expect(await asAdmin((ctx) => removeOwnDay(ctx, id))).toMatchObject({ ok: true });
  expect(await asAdmin((ctx) => removeOwnDay(ctx, id))).toMatchObject({ code: 'removed' });
  expect(dayKind(await asAdmin(loadOfficeCalendar), friday).kind).toBe('working');
  await asAdmin((ctx) => setOwnDays(ctx, { offOn: friday, workOn: undefined, reason: 'Bão' }));
  expect(await asAdmin((ctx) => restoreOwnDay(ctx, id))).toMatchObject({ code: 'set-already' });
  const { rows } = await services.migrator.query<{ act: string }>(
    'select act from platform.audit_line where record_id = $1 order by at, id',
    [id],
  );
  expect(rows.map((row) => row.act)).toEqual(['calendar.own-day.set', 'calendar.own-day.remove']);
});
