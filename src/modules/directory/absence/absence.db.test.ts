import { beforeAll, describe, expect, it } from 'vitest';
import { plainDate } from '#platform/clock/plain-date.ts';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import { lockAccount, unlockAccount } from '../account/administer.server.ts';
import { signIn } from '../session/commands/sign-in.server.ts';
import { findSession } from '../session/queries.server.ts';
import { hashToken, readToken } from '../session/token.server.ts';
import { testPassword, testTenant } from '../tenant/fixtures.ts';
import { cancelAbsence, recordAbsence, restoreAbsence } from './commands.server.ts';
import * as policy from './policy.ts';
import { listAbsences } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
type Role = Parameters<typeof home.signIn>[0];

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

const as = <Result>(role: Role, work: Parameters<typeof home.as<Result>>[2]) =>
  home.as(home.signIn(role), 'write', work);
const officer = (role: Role) => home.people.get(home.signIn(role))?.officerId ?? '';

function away(role: Role, substitute: Role, from: string, to: string) {
  return {
    officerId: officer(role),
    substituteId: officer(substitute),
    fromOn: plainDate(from),
    toOn: plainDate(to),
    reason: 'nghỉ phép',
  };
}

async function actorOf(role: Role, at: string) {
  const outcome = await signIn(
    { services, lang: 'vi', requestId: 'thu', remoteAddress: '127.0.0.1' },
    { name: home.signIn(role), password: testPassword, remoteAddress: '127.0.0.1', userAgent: 'thu' },
  );
  const token = readToken(outcome.ok ? outcome.value.cookie : '');
  if (!token) throw new Error('not signed in');
  await services.migrator.query(
    "update directory.session set opened_at = '2026-05-01' where token_hash = $1",
    [hashToken(token)],
  );
  const found = await inTenant(services.pool, home.tenant.id, 'read', (db) =>
    findSession(db, home.tenant.id, hashToken(token), new Date(at)),
  );
  return found?.actor;
}

describe('standing in', () => {
  it('holds on the days of the absence, in Việt Nam’s time, and only for tasks', async () => {
    const made = await as('admin', (ctx) =>
      recordAbsence(ctx, away('leader', 'clerk', '2026-05-12', '2026-05-12')),
    );
    if (!made.ok) throw new Error(made.code);
    const stoodIn = await actorOf('clerk', '2026-05-12T10:00:00+07:00');
    expect(stoodIn?.standsInFor).toHaveLength(1);
    expect(stoodIn?.standsInFor?.[0]).toMatchObject({ officerId: officer('leader') });
    const grants = [...(stoodIn?.standsInFor?.[0]?.grants.keys() ?? [])];
    expect(grants).toContain('planning.task.cancel');
    expect(grants.every((act) => act.startsWith('planning.task.'))).toBe(true);
    expect((await actorOf('clerk', '2026-05-11T23:59:00+07:00'))?.standsInFor).toEqual([]);
    await as('admin', (ctx) => recordAbsence(ctx, away('auditor', 'community', '2026-05-10', '2026-05-11')));
    expect((await actorOf('community', '2026-05-11T23:59:00+07:00'))?.standsInFor).toHaveLength(1);
    expect((await actorOf('community', '2026-05-12T00:00:00+07:00'))?.standsInFor).toEqual([]);
    await as('admin', (ctx) => lockAccount(ctx, officer('leader')));
    expect((await actorOf('clerk', '2026-05-12T10:00:00+07:00'))?.standsInFor).toEqual([]);
    await as('admin', (ctx) => unlockAccount(ctx, officer('leader')));
    await as('admin', (ctx) => cancelAbsence(ctx, made.value));
    expect((await actorOf('clerk', '2026-05-12T10:00:00+07:00'))?.standsInFor).toEqual([]);
    expect(await as('admin', (ctx) => cancelAbsence(ctx, made.value))).toMatchObject({ code: 'cancelled' });
    expect(await as('admin', (ctx) => restoreAbsence(ctx, made.value))).toMatchObject({ ok: true });
    const { rows } = await services.migrator.query<{ act: string }>(
      'select act from platform.audit_line where record_id = $1 order by at, id',
      [made.value],
    );
    expect(rows.map((row) => row.act.replace('directory.absence.', ''))).toEqual([
      'record',
      'cancel',
      'restore',
    ]);
  });

  it('is refused where days clash, also when an absence comes back', async () => {
    const first = await as('admin', (ctx) =>
      recordAbsence(ctx, away('officer', 'focal', '2026-06-01', '2026-06-05')),
    );
    if (!first.ok) throw new Error(first.code);
    expect(
      await as('admin', (ctx) => recordAbsence(ctx, away('officer', 'clerk', '2026-06-05', '2026-06-09'))),
    ).toMatchObject({ code: 'overlaps' });
    expect(
      await as('admin', (ctx) => recordAbsence(ctx, away('auditor', 'officer', '2026-06-05', '2026-06-09'))),
    ).toMatchObject({ code: 'substitute-away' });
    await as('admin', (ctx) => cancelAbsence(ctx, first.value));
    await as('admin', (ctx) => recordAbsence(ctx, away('officer', 'clerk', '2026-06-05', '2026-06-09')));
    expect(await as('admin', (ctx) => restoreAbsence(ctx, first.value))).toMatchObject({ code: 'overlaps' });
    expect(
      await as('admin', (ctx) => recordAbsence(ctx, away('admin', 'clerk', '2026-07-01', '2027-07-09'))),
    ).toMatchObject({ code: 'too-long' });
  });
});

describe('whoever records absences', () => {
  it('does so for all or for the own unit, and sees just those', async () => {
    const own = await as('unit-head', (ctx) =>
      recordAbsence(ctx, away('focal', 'unit-head', '2026-08-03', '2026-08-04')),
    );
    expect(own.ok).toBe(true);
    await expect(
      as('unit-head', (ctx) => recordAbsence(ctx, away('auditor', 'unit-head', '2026-08-10', '2026-08-11'))),
    ).rejects.toBeInstanceOf(Forbidden);
    const all = await as('admin', listAbsences);
    for (const role of ['admin', 'unit-head', 'officer', 'leader'] as const) {
      const actor = home.people.get(home.signIn(role));
      if (!actor) throw new Error(role);
      const seen = (await as(role, listAbsences)).map((one) => one.id);
      expect(seen).toEqual(all.filter((one) => policy.read(actor, one).allowed).map((one) => one.id));
    }
    const other = await testTenant(services);
    await expect(
      other.as(other.signIn('admin'), 'write', (ctx) => cancelAbsence(ctx, own.ok ? own.value : '')),
    ).rejects.toBeInstanceOf(NotFound);
  });
});
