import { expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { type PlainDate, plainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { allPowerful, asAnybody, attempt, showsWhatMayBeRead } from '#platform/session/testing-rights.ts';
import { makeDigests } from './commands.server.ts';
import * as policy from './policy.ts';
import { getDigests, listDigestDays } from './queries.server.ts';

const place = { sources: [], notices: [], noticeLink: (id: string) => `/thong-bao/${id}` };
const post = { baseUrl: 'https://dongky.example' };

it('is read by the one to whom it went, and by nobody else', async () => {
  const services = await testServices();
  const home = await testTenant(services);
  const away = await testTenant(services);
  const officerIds = [...home.people.values()].flatMap(({ officerId }) => officerId ?? []);
  // A day of its own for each, by which one sees whose it is.
  const records = new Map<PlainDate, { officerId: Id<'officer'> }>();
  for (const [at, officerId] of officerIds.entries()) {
    const day = plainDate(`2026-05-${String(at + 1).padStart(2, '0')}`);
    records.set(day, { officerId });
    await services.migrator.query(
      `insert into casework.digest (tenant_id, officer_id, on_date, channel, made_at, lang, parts)
       values ($1, $2, $3, 'mail', now(), 'vi', '[{}]')`,
      [home.tenant.id, officerId, day],
    );
  }
  await showsWhatMayBeRead(
    { services, tenant: home.tenant },
    { acts: ['workbench.notice.read'], officerIds },
    {
      records,
      mayRead: (actor, digest) => policy.read(actor, digest).allowed,
      shown: (ctx) => listDigestDays(ctx),
    },
  );
  const actor = { ...allPowerful({ acts: ['workbench.notice.read'] }), officerId: officerIds[0] ?? null };
  const read = asAnybody({ services, tenant: away.tenant }, actor, (ctx) =>
    getDigests(ctx, plainDate('2026-05-01')),
  );
  await expect(read).rejects.toThrow(NotFound);
});

it('is written by the clock alone', async () => {
  const services = await testServices();
  const home = await testTenant(services);
  for (const scope of ['own', 'unit', 'all', undefined] as const) {
    const grants = new Map(scope ? [['casework.digest.make', scope] as const] : []);
    const actor = { ...allPowerful({ acts: [] }), grants };
    const came = await attempt({ services, tenant: home.tenant }, actor, (ctx) =>
      makeDigests(ctx, place, [], post),
    );
    expect(came).toBe(policy.make(actor).allowed ? 'allowed' : 'forbidden');
  }
});
