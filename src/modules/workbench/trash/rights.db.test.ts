import { beforeAll, describe, expect, it } from 'vitest';
import { listOfficers } from '#modules/directory/index.server.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Actor } from '#platform/session/actor.ts';
import {
  allPowerful,
  asAnybody,
  doesWhatIsAllowed,
  type Drawn,
  showsWhatMayBeRead,
} from '#platform/session/testing-rights.ts';
import { removeOwnDay, setOwnDays } from '../../calendar/own-day/commands.server.ts';
import { listOwnDays } from '../../calendar/own-day/queries.server.ts';
import type { Absence } from '../../directory/absence/absence.ts';
import { cancelAbsence, recordAbsence } from '../../directory/absence/commands.server.ts';
import * as absencePolicy from '../../directory/absence/policy.ts';
import { testTenant } from '../../directory/tenant/fixtures.ts';
import { createUnit, endUnit } from '../../directory/unit/commands.server.ts';
import { restoreEntry } from './commands.server.ts';
import * as policy from './policy.ts';
import { getEntry, listOverdue, listTrash } from './queries.server.ts';
import type { TrashEntry } from './trash.ts';

/** An entry, and who may see its record by the slice's own policy. */
interface Thrown {
  readonly entry: TrashEntry;
  mayRead(actor: Actor): boolean;
  mayRestore(actor: Actor): boolean;
}

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let records: ReadonlyMap<string, Thrown>;
let from: Drawn;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const today = plainDate('2026-05-12');
  const entries = await home.as(home.signIn('admin'), 'write', async (ctx) => {
    const unit = await createUnit(ctx, { name: 'Thôn Cũ', isCollective: false });
    if (unit.ok) await endUnit(ctx, unit.value, today);
    await setOwnDays(ctx, { offOn: plainDate('2026-05-15'), workOn: undefined, reason: 'Bão' });
    await removeOwnDay(ctx, (await listOwnDays(ctx))[0]?.id ?? '');
    for (const absent of (await listOfficers(ctx)).slice(0, 2)) {
      const substitute = (await listOfficers(ctx)).at(-1);
      const days = { fromOn: today, toOn: today, reason: 'nghỉ phép' };
      const ids = { officerId: absent.id, substituteId: substitute?.id ?? '' };
      const made = await recordAbsence(ctx, { ...ids, ...days });
      if (made.ok) await cancelAbsence(ctx, made.value);
    }
    return (await listTrash(ctx, { kind: undefined, before: undefined })).entries;
  });
  const officers = await home.as(home.signIn('admin'), 'read', listOfficers);
  records = new Map(
    entries.map((entry) => [
      entry.id as string,
      {
        entry,
        ...rightsTo(
          entry,
          officers.find((one) => entry.title.startsWith(one.fullName)),
        ),
      },
    ]),
  );
  from = {
    acts: [
      'workbench.trash.restore',
      'directory.unit.restore',
      'calendar.own-day.restore',
      'directory.absence.record',
      'directory.absence.restore',
    ],
    unitIds: [...home.units.values()],
  };
});

const place = () => ({ services, tenant: home.tenant });

describe('the trash', () => {
  it('shows each person what the policy of the kind lets them read', async () => {
    await showsWhatMayBeRead(place(), from, {
      records,
      mayRead: (actor, thrown) => policy.open(actor).allowed && thrown.mayRead(actor),
      shown: async (ctx) =>
        (await listTrash(ctx, { kind: undefined, before: undefined })).entries.map((one) => one.id),
    });
  });

  it('restores for whom the kind allows it, and for nobody of another commune', async () => {
    await doesWhatIsAllowed(place(), away.tenant, from, {
      records,
      deeds: [
        {
          name: 'restore',
          may: (actor, { entry, mayRead, mayRestore }) =>
            mayRead(actor) && policy.restore(actor, entry.kind).allowed && mayRestore(actor),
          run: restoreEntry,
        },
        { name: 'get', may: (actor, thrown) => thrown.mayRead(actor), run: getEntry },
      ],
    });
  });
});

it('ends the time of things in the own commune alone', async () => {
  const later = fixedClock('2026-09-01T08:00:00+07:00');
  const overdue = (tenant: typeof home.tenant) =>
    asAnybody({ services, tenant }, allPowerful(from), (ctx) => listOverdue({ ...ctx, clock: later }, 100));
  expect((await overdue(home.tenant)).map((one) => one.id as string).sort()).toEqual(
    [...records.keys()].sort(),
  );
  expect(await overdue(away.tenant)).toEqual([]);
});

/** What the slices' own policies say of the record of an entry. */
function rightsTo(entry: TrashEntry, absent: Pick<Absence, 'unitId'> | undefined) {
  if (entry.kind.kind === 'absence' && absent) {
    return {
      mayRead: (actor: Actor) => absencePolicy.read(actor, absent).allowed,
      mayRestore: (actor: Actor) => absencePolicy.restore(actor, absent).allowed,
    };
  }
  const may = (actor: Actor) => actor.grants.get(entry.kind.restoreAct) === 'all';
  return { mayRead: may, mayRestore: may };
}
