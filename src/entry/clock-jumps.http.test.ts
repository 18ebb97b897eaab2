import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { checkChain } from '#platform/audit/chain-lines.server.ts';
import { sealAuditLines } from '#platform/audit/seal.server.ts';
import type { Clock } from '#platform/clock/clock.ts';
import { plainDateAt } from '#platform/clock/plain-date.ts';
import { asOwner } from '#platform/db/tenant-transaction.ts';
import { testSite } from './testing.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let taskId: string;
const zoneBefore = process.env['TZ'];

/** A clock that somebody sets. */
let instant = '2026-12-31T09:00:00+07:00';
const clock: Clock = { now: () => new Date(instant), today: () => plainDateAt(new Date(instant)) };

beforeAll(async () => {
  // A server far away: its own midnight is at noon in Việt Nam.
  process.env['TZ'] = 'America/New_York';
  site = await testSite({ clock });
  home = await testTenant(site.services);
  const planted = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(ctx, [{ title: 'Tổng kết năm', dueOn: '2026-12-31', stage: 'in-progress' }]),
  );
  taskId = planted.ids[0] as string;
});

afterAll(() => {
  process.env['TZ'] = zoneBefore;
});

async function signedIn() {
  const visitor = site.visitor();
  await visitor.signIn(home.signIn('focal'));
  return visitor;
}

describe('at midnight and at the end of the year', () => {
  it.each([
    ['2026-12-31T12:30:00+07:00', false],
    ['2026-12-31T23:59:59+07:00', false],
    ['2027-01-01T00:00:00+07:00', true],
    ['2027-01-01T11:59:00+07:00', true],
  ])('at %s the deadline of the last day has passed: %s', async (moment, isLate) => {
    instant = moment;
    const visitor = await signedIn();
    expect((await visitor.get('/nhiem-vu?han=late')).text.includes('Tổng kết năm')).toBe(isLate);
    for (const path of ['/tong-quan', '/lich', `/nhiem-vu/${taskId}`])
      expect((await visitor.get(path)).status).toBe(200);
  });
});

describe('a clock that is set', () => {
  it('forward ends sessions, and back does not open those of the time that never was', async () => {
    instant = '2026-06-01T08:00:00+07:00';
    const before = await signedIn();
    instant = '2026-06-01T21:00:00+07:00';
    expect((await before.get('/tong-quan')).heading).toBe('Đăng nhập');
    const ahead = await signedIn();
    expect((await ahead.get('/tong-quan')).status).toBe(200);
    instant = '2026-06-01T10:00:00+07:00';
    expect((await ahead.get('/tong-quan')).heading).toBe('Đăng nhập');
  });

  it('to and fro leaves deeds and their audit in one chain that holds', async () => {
    const deeds: [string, string, Record<string, string>][] = [
      ['2026-06-01T10:00:00+07:00', 'nop', { text: 'Nộp', exception: 'Bản giấy', version: '1' }],
      ['2026-06-01T05:00:00+07:00', 'rut-lai', { version: '2' }],
      ['2026-06-03T10:00:00+07:00', 'nop', { text: 'Nộp lại', exception: 'Bản giấy', version: '3' }],
    ];
    for (const [moment, deed, form] of deeds) {
      instant = moment;
      const visitor = await signedIn();
      expect((await visitor.post(`/nhiem-vu/${taskId}/${deed}`, form)).status).toBe(200);
      await sealAuditLines(site.services.migrator);
    }
    const { rows } = await site.services.migrator.query<{ act: string }>(
      'select act from platform.audit_line where record_id = $1 order by position',
      [taskId],
    );
    expect(rows.map(({ act }) => act)).toEqual([
      'planning.task.submit',
      'planning.task.withdraw',
      'planning.task.submit',
    ]);
    const finding = await asOwner(site.services.migrator, (db) => checkChain(db, home.tenant.id));
    expect(finding.faults).toEqual([]);
    expect(finding.lines).toBeGreaterThan(2);
  });
});
