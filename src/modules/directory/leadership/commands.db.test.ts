import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, type PlainDate, plainDate } from '#platform/clock/plain-date.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { reuseLeadership, setLeadership } from './commands.server.ts';
import { leadsOffice } from './leadership.ts';
import type { Id } from '#platform/db/id.ts';
import { findLeadership, listLeadershipVersions } from './queries.server.ts';
import { listUnreachedLeaders } from './unreached.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
const today = plainDate('2026-05-12');

beforeAll(async () => {
  services = await testServices();
  away = await testTenant(services);
});
beforeEach(async () => {
  home = await testTenant(services);
});

const as = <Result>(role: 'admin' | 'focal', work: (ctx: Ctx) => Promise<Result>) =>
  home.as(home.signIn(role), 'write', work);
const person = (role: 'leader' | 'unit-head') => home.people.get(home.signIn(role))?.officerId ?? '';
const unit = () => [...home.units.values()][0] ?? '';
const given = (version: number, validFrom: PlainDate = today) => ({
  chairId: person('leader'),
  inChargeOf: new Map([[unit() as string, person('unit-head') as string]]),
  validFrom,
  version,
});
const on = (day: PlainDate) => as('admin', (ctx) => findLeadership(ctx, day));

describe('who leads the office', () => {
  it('counts from its day on, and what was before stays for the days before', async () => {
    expect((await on(today)).version).toBe(0);
    await as('admin', (ctx) => setLeadership(ctx, given(0)));
    const later = { ...given(1, addDays(today, 10)), chairId: null, inChargeOf: new Map() };
    expect(await as('admin', (ctx) => setLeadership(ctx, later))).toEqual({
      ok: true,
      value: { version: 2 },
    });
    expect(await on(addDays(today, 9))).toMatchObject({ version: 1, chairId: person('leader') });
    expect((await on(today)).inChargeOf.get(unit() as never)).toBe(person('unit-head'));
    expect(await on(addDays(today, 10))).toMatchObject({ version: 2, chairId: null });
  });

  it('is set by one of two who saw the same version', async () => {
    const both = await Promise.all([
      as('admin', (ctx) => setLeadership(ctx, given(0))),
      as('admin', (ctx) => setLeadership(ctx, given(0))),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({ code: 'changed-meanwhile' });
  });

  it('refuses a day that is over, and people and units of another commune', async () => {
    const code = async (others: object) => {
      const outcome = await as('admin', (ctx) => setLeadership(ctx, { ...given(0), ...others }));
      return outcome.ok ? 'done' : outcome.code;
    };
    const theirs = away.people.get(away.signIn('leader'))?.officerId;
    expect(await code({ validFrom: addDays(today, -1) })).toBe('past');
    expect(await code({ chairId: theirs })).toBe('unknown-officer');
    const theirUnit = [...away.units.values()][0];
    expect(await code({ inChargeOf: new Map([[theirUnit, person('leader')]]) })).toBe('unknown-unit');
    expect(await as('admin', listLeadershipVersions)).toEqual([]);
  });

  it('can be as it was before again', async () => {
    await as('admin', (ctx) => setLeadership(ctx, given(0)));
    await as('admin', (ctx) => setLeadership(ctx, { ...given(1), chairId: null }));
    await as('admin', (ctx) => reuseLeadership(ctx, 1));
    expect(await on(today)).toMatchObject({ version: 3, chairId: person('leader') });
    const unknown = await as('admin', (ctx) => reuseLeadership(ctx, 99));
    expect(unknown).toMatchObject({ code: 'unknown-version' });
  });

  it('is for whoever sets up the office', async () => {
    await expect(as('focal', (ctx) => setLeadership(ctx, given(0)))).rejects.toBeInstanceOf(Forbidden);
    await expect(as('focal', (ctx) => reuseLeadership(ctx, 1))).rejects.toBeInstanceOf(Forbidden);
  });
});

it('knows by their titles who leads an office', () => {
  expect(['Chủ tịch UBND', 'Phó Chủ tịch UBND', 'Q. Chủ tịch'].every(leadsOffice)).toBe(true);
  expect(['Trưởng phòng', 'Văn thư Chủ tịch'].some(leadsOffice)).toBe(false);
});

describe('a leader who would not hear of late work', () => {
  const officerOf = (role: 'leader' | 'unit-head' | 'community') =>
    home.people.get(home.signIn(role))?.officerId as Id<'officer'>;
  const unheard = (chair: Id<'officer'> | null, inCharge: readonly [Id<'unit'>, Id<'officer'>][]) =>
    as('admin', (ctx) => listUnreachedLeaders(ctx, { chairId: chair, inChargeOf: new Map(inCharge) }));

  it('is one who may not read the tasks of what they lead', async () => {
    const [own, other] = [
      home.people.get(home.signIn('unit-head'))?.unitIds[0] as Id<'unit'>,
      [...home.units.values()].find(
        (id) => id !== home.people.get(home.signIn('unit-head'))?.unitIds[0],
      ) as Id<'unit'>,
    ];
    expect(await unheard(officerOf('leader'), [[own, officerOf('leader')]])).toEqual([]);
    const [head, villager] = [officerOf('unit-head'), officerOf('community')];
    const found = await unheard(head, [
      [own, head],
      [other, villager],
    ]);
    expect(found).toMatchObject([{ officerId: villager, reason: 'no-right', unitIds: [other] }]);
  });

  it('is one whose account is locked, whatever they may read', async () => {
    const unitId = [...home.units.values()][0] as Id<'unit'>;
    await services.migrator.query(
      `update directory.account set locked_at = now() where tenant_id = $1 and officer_id = $2`,
      [home.tenant.id, officerOf('leader')],
    );
    expect(await unheard(null, [[unitId, officerOf('leader')]])).toMatchObject([{ reason: 'no-account' }]);
  });
});
