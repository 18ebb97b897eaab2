import { expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { systemActor } from '#platform/session/actor.ts';
import { allPowerful, asAnybody, attempt } from '#platform/session/testing-rights.ts';
import { endRound, sendReminders } from './commands.server.ts';
import type { MatterSource } from './matter-source.server.ts';
import * as policy from './policy.ts';
import { isReminderDay, listDue } from './queries.server.ts';

const dueOn = plainDate('2026-05-12');
const clock = fixedClock('2026-05-12T04:30:00+07:00');

/** One matter of today, of one officer. */
const sourceFor = (officerId: Id<'officer'>): MatterSource => ({
  recordKind: 'task',
  mattersOn: () => Promise.resolve([{ recordId: newId(), dueOn, officerIds: [officerId], unitId: null }]),
});

it('is gone through and told by the clock alone', async () => {
  const services = await testServices();
  const home = await testTenant(services);
  const officerId = home.people.get(home.signIn('focal'))?.officerId as Id<'officer'>;
  for (const scope of ['own', 'unit', 'all', undefined] as const) {
    const grants = new Map(scope ? [['casework.reminder.send', scope] as const] : []);
    const actor = { ...allPowerful({ acts: [] }), grants };
    const expected = policy.send(actor).allowed ? 'allowed' : 'forbidden';
    const deeds = [
      isReminderDay,
      (ctx: Parameters<typeof listDue>[0]) => listDue(ctx, sourceFor(officerId)),
      (ctx: Parameters<typeof listDue>[0]) => sendReminders(ctx, 'task', []),
      (ctx: Parameters<typeof listDue>[0]) => endRound(ctx, 0),
    ];
    for (const deed of deeds)
      expect(await attempt({ services, tenant: home.tenant }, actor, (ctx) => deed({ ...ctx, clock }))).toBe(
        expected,
      );
  }
});

it('stands in the ledger of its own office: what one office has told, another tells anew', async () => {
  const services = await testServices();
  const [home, away] = [await testTenant(services), await testTenant(services)];
  const officerId = home.people.get(home.signIn('focal'))?.officerId as Id<'officer'>;
  const recordId = newId();
  const source = {
    recordKind: 'task',
    mattersOn: () => Promise.resolve([{ recordId, dueOn, officerIds: [officerId], unitId: null }]),
  };
  const clerk = systemActor('reminder', ['casework.reminder.send']);
  const due = (place: typeof home) =>
    asAnybody({ services, tenant: place.tenant }, clerk, (ctx) => listDue({ ...ctx, clock }, source));
  const { dues } = await due(home);
  expect(dues).toMatchObject([{ recordId, officerId, step: 'on-the-day' }]);
  await home.as(home.signIn('admin'), 'write', (ctx) =>
    sendReminders({ ...ctx, actor: clerk, clock }, 'task', dues),
  );
  expect((await due(home)).dues).toEqual([]);
  expect((await due(away)).dues).toHaveLength(1);
});
