import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import * as policy from '#platform/audit/policy.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import {
  allPowerful,
  asAnybody,
  attempt,
  type Drawn,
  showsWhatMayBeRead,
} from '#platform/session/testing-rights.ts';
import { findLastCheck, linesOf, listHistory, listPeople, listRecordLines } from './queries.server.ts';

const from: Drawn = { acts: ['platform.audit.read', 'planning.task.read'] };

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let lines: ReadonlyMap<string, object>;

const listed = async (ctx: Ctx) => (await linesOf(ctx).execute()).map((line) => line.id);

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const ids = await asAnybody({ services, tenant: home.tenant }, allPowerful(from), listed);
  lines = new Map(ids.map((id) => [id, {}]));
});

describe('the lines of the audit', () => {
  it('are shown to those who may read all of them', async () => {
    expect(lines.size).toBeGreaterThan(10);
    await showsWhatMayBeRead({ services, tenant: home.tenant }, from, {
      records: lines,
      mayRead: (actor) => policy.read(actor).allowed,
      shown: listed,
    });
  });

  it.each<[string, (ctx: Ctx) => Promise<unknown>]>([
    ['page', (ctx) => listHistory(ctx, {})],
    ['people', listPeople],
    ['record', (ctx) => listRecordLines(ctx, [{ kind: 'tenant', id: ctx.tenant.id }])],
    ['check', findLastCheck],
  ])('stay behind the same right on the %s', async (_, work) => {
    const place = { services, tenant: home.tenant };
    expect(await attempt(place, allPowerful({ acts: [] }), work)).toBe('forbidden');
    expect(await attempt(place, allPowerful(from), work)).toBe('allowed');
  });

  it('of one commune are nobody’s in another, also by the id of a record', async () => {
    const there = { services, tenant: away.tenant };
    const seen = await asAnybody(there, allPowerful(from), listed);
    expect(seen.filter((id) => lines.has(id))).toEqual([]);
    const record = await asAnybody(there, allPowerful(from), (ctx) =>
      listRecordLines(ctx, [{ kind: 'tenant', id: home.tenant.id }]),
    );
    expect(record).toEqual([]);
  });
});
