import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Actor } from '#platform/session/actor.ts';
import {
  allPowerful,
  asAnybody,
  attempt,
  type Drawn,
  showsWhatMayBeRead,
} from '#platform/session/testing-rights.ts';
import { plantTasksOfAllShapes } from '../task/fixtures.ts';
import * as taskPolicy from '../task/policy.ts';
import type { TaskRelations } from '../task/task.ts';
import { listSeriesToMake, makeOccurrencesOf } from './commands.server.ts';
import { makeOccurrencesNow } from './jobs.server.ts';
import { countOccurrences, listOccurrences } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let from: Drawn;
let series: ReadonlyMap<string, TaskRelations>;
let planId: Id<'plan'>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const units = [...home.units.values()];
  const officerIds = [...home.people.values()].flatMap((one) => one.officerId ?? []);
  from = { acts: ['planning.task.read'], unitIds: units, officerIds };
  series = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasksOfAllShapes(ctx, units, officerIds, {
      dueKind: 'recurring',
      due: { kind: 'recurring', from: null, to: null, recurrence: { every: 'year' } },
    }),
  );
  await makeOccurrencesNow((mode, work) => home.as(home.signIn('focal'), mode, work));
  const { rows } = await services.migrator.query<{ plan_id: Id<'plan'> }>(
    'select distinct plan_id from planning.task where tenant_id = $1',
    [home.tenant.id],
  );
  planId = rows[0]?.plan_id as Id<'plan'>;
});

const place = () => ({ services, tenant: home.tenant });

describe('occurrences', () => {
  it('are shown and counted to those who may read the task, and to no other commune', async () => {
    await showsWhatMayBeRead(place(), from, {
      records: series,
      mayRead: (actor, task) => taskPolicy.read(actor, task).allowed,
      shown: async (ctx) => [...(await countOccurrences(ctx, planId)).keys()],
    });
    const [seriesId] = series.keys();
    const shown = (tenant: typeof home.tenant) =>
      asAnybody({ services, tenant }, allPowerful(from), (ctx) =>
        listOccurrences(ctx, seriesId as Id<'task'>),
      );
    expect(await shown(home.tenant)).toHaveLength(1);
    expect(await shown(away.tenant)).toEqual([]);
  });

  it('are made by nobody but the clock', async () => {
    const [seriesId = ''] = series.keys();
    const leader: Actor = { ...allPowerful(from), grants: new Map([['planning.task.assign', 'all']]) };
    expect(await attempt(place(), leader, listSeriesToMake)).toBe('forbidden');
    expect(await attempt(place(), leader, (ctx) => makeOccurrencesOf(ctx, seriesId))).toBe('forbidden');
  });
});
