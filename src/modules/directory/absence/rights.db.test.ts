import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '#platform/clock/plain-date.ts';
import { testServices } from '#platform/db/testing.ts';
import {
  asAnybody,
  doesWhatIsAllowed,
  type Drawn,
  showsWhatMayBeRead,
} from '#platform/session/testing-rights.ts';
import { ownSort } from '#platform/list/filter.ts';
import { listOfficers } from '../officer/queries.server.ts';
import { signIn } from '../session/commands/sign-in.server.ts';
import { findSession } from '../session/queries.server.ts';
import { hashToken, readToken } from '../session/token.server.ts';
import { testPassword, testTenant } from '../tenant/fixtures.ts';
import type { Absence } from './absence.ts';
import { absenceListShape } from './absence-list.ts';
import { cancelAbsence, recordAbsence, restoreAbsence } from './commands.server.ts';
import { absenceRows } from './listed.server.ts';
import * as policy from './policy.ts';
import { getAbsence, listAbsences } from './queries.server.ts';

type Home = Awaited<ReturnType<typeof testTenant>>;

let services: Awaited<ReturnType<typeof testServices>>;
let home: Home;
let away: Home;
let records: ReadonlyMap<string, Pick<Absence, 'unitId'>>;
let from: Drawn;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const admin = home.signIn('admin');
  const officers = await home.as(admin, 'read', listOfficers);
  const substitute = officers.at(-1)?.id ?? '';
  const made = await Promise.all(
    officers.slice(0, -1).map(async (officer) => {
      const days = { fromOn: services.clock.today(), toOn: services.clock.today(), reason: 'nghỉ phép' };
      const absence = { officerId: officer.id, substituteId: substitute, ...days };
      const outcome = await home.as(admin, 'write', (ctx) => recordAbsence(ctx, absence));
      return [outcome.ok ? outcome.value : '', { unitId: officer.unitId }] as const;
    }),
  );
  records = new Map(made);
  from = {
    acts: ['directory.absence.record', 'directory.absence.cancel', 'directory.absence.restore'],
    unitIds: [...home.units.values()],
    officerIds: officers.map((one) => one.id),
  };
});

const place = () => ({ services, tenant: home.tenant });

describe('absences', () => {
  it('are shown to those who may read each of them', async () => {
    await showsWhatMayBeRead(place(), from, {
      records,
      mayRead: (actor, absence) => policy.read(actor, absence).allowed,
      shown: async (ctx) => (await listAbsences(ctx)).map((one) => one.id),
    });
    const whole = { search: '', clauses: [], sort: ownSort(absenceListShape) };
    await showsWhatMayBeRead(place(), from, {
      records,
      mayRead: (actor, absence) => policy.read(actor, absence).allowed,
      shown: async (ctx) => (await absenceRows.next(ctx, whole, undefined, 500)).rows.map((one) => one.id),
    });
  });

  it('are cancelled and restored as the policy says, and from no other commune', async () => {
    await doesWhatIsAllowed(place(), away.tenant, from, {
      records,
      deeds: [
        {
          name: 'cancel',
          may: (actor, one) => policy.read(actor, one).allowed && policy.cancel(actor, one).allowed,
          run: cancelAbsence,
        },
        {
          name: 'restore',
          may: (actor, one) => policy.read(actor, one).allowed && policy.restore(actor, one).allowed,
          run: restoreAbsence,
        },
        { name: 'get', may: (actor, one) => policy.read(actor, one).allowed, run: getAbsence },
      ],
    });
  });

  it('are recorded for whom the grant reaches', async () => {
    const officers = await home.as(home.signIn('admin'), 'read', listOfficers);
    const days = { fromOn: addDays(services.clock.today(), 30), toOn: addDays(services.clock.today(), 30) };
    await doesWhatIsAllowed(place(), away.tenant, from, {
      records: new Map(officers.map((one) => [one.id as string, one])),
      deeds: [
        {
          name: 'record',
          may: (actor, officer) => policy.record(actor, officer).allowed,
          run: (ctx, officerId) =>
            recordAbsence(ctx, {
              officerId,
              substituteId: officers.find((one) => one.id !== officerId)?.id ?? '',
              ...days,
              reason: 'nghỉ phép',
            }),
        },
      ],
    });
  });
});

describe('whoever stands in', () => {
  it('has the rights of the absent one over tasks, and nothing else, on just the days of the absence', async () => {
    const [absent, substitute] = ['leader', 'officer'] as const;
    const idOf = (role: typeof absent | typeof substitute) =>
      home.people.get(home.signIn(role))?.officerId ?? '';
    const today = services.clock.today();
    const signed = await signIn(
      { services, lang: 'vi', requestId: 'rights', remoteAddress: '192.0.2.1' },
      { name: home.signIn(substitute), password: testPassword, remoteAddress: '192.0.2.1', userAgent: '' },
    );
    const token = signed.ok ? readToken(signed.value.cookie) : undefined;
    if (!token) throw new Error('nobody signed in');
    const admin = home.people.get(home.signIn('admin'));
    if (!admin) throw new Error('no administrator');
    const offset = fc.integer({ min: -3, max: 3 });
    await fc.assert(
      fc.asyncProperty(offset, fc.nat(4), fc.boolean(), async (starts, lasts, isCancelled) => {
        const stoodInFor = await asAnybody(place(), admin, async (ctx) => {
          for (const id of records.keys()) await cancelAbsence(ctx, id);
          const fromOn = addDays(today, starts);
          const toOn = addDays(fromOn, lasts);
          const absence = {
            officerId: idOf(absent),
            substituteId: idOf(substitute),
            fromOn,
            toOn,
            reason: 'x',
          };
          const made = await recordAbsence(ctx, absence);
          if (!made.ok) throw new Error(made.code);
          if (isCancelled) await cancelAbsence(ctx, made.value);
          const session = await findSession(ctx.db, home.tenant.id, hashToken(token), ctx.clock.now());
          return { from: fromOn, to: toOn, people: session?.actor.standsInFor ?? [] };
        });
        const isNow = covers(stoodInFor, today) && !isCancelled;
        expect(stoodInFor.people.map((one) => one.officerId)).toEqual(isNow ? [idOf(absent)] : []);
        for (const one of stoodInFor.people)
          for (const act of one.grants.keys()) expect(act).toMatch(/^planning\.task\./);
      }),
      { numRuns: 60 },
    );
  });
});

function covers({ from: first, to: last }: { from: PlainDate; to: PlainDate }, day: PlainDate): boolean {
  return first <= day && day <= last;
}
