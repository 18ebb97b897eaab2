import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import {
  allPowerful,
  asAnybody,
  attempt,
  doesWhatIsAllowed,
  type Drawn,
} from '#platform/session/testing-rights.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { plantTasksOfAllShapes } from '../task/fixtures.ts';
import type { TaskRelations } from '../task/task.ts';
import {
  acceptContribution,
  contribute,
  declineContribution,
  sendContributionBack,
} from './commands.server.ts';
import { type ContributionDeed, contributionDeeds, type ContributionStage } from './contribution.ts';
import * as policy from './policy.ts';
import { getContribution, listContributions } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let from: Drawn;
let unitId: Id<'unit'>;
let officerId: Id<'officer'>;
/** Tasks in which the unit coordinates: not answered yet, and contributed by one of its people. */
let asked: ReadonlyMap<string, TaskRelations>;
let given: ReadonlyMap<string, TaskRelations>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const units = [...home.units.values()];
  const officerIds = [...home.people.values()].flatMap((one) => one.officerId ?? []);
  [, unitId] = units as [Id<'unit'>, Id<'unit'>];
  officerId = officerIds[2] as Id<'officer'>;
  from = {
    acts: [...contributionDeeds.map((deed) => `planning.contribution.${deed}`), 'planning.task.read'],
    unitIds: units,
    officerIds,
  };
  const plant = () =>
    home.as(home.signIn('focal'), 'write', (ctx) =>
      plantTasksOfAllShapes(ctx, units, officerIds, { stage: 'in-progress' }),
    );
  const coordinating = (tasks: ReadonlyMap<string, TaskRelations>) =>
    new Map([...tasks].filter(([, task]) => task.coordinatingUnitIds.includes(unitId)));
  asked = coordinating(await plant());
  given = coordinating(await plant());
  await home.as(home.signIn('focal'), 'write', async (ctx) => {
    for (const id of given.keys()) {
      await ctx.writer
        ?.insertInto('planning.contribution')
        .values({
          tenant_id: ctx.tenant.id,
          task_id: id,
          unit_id: unitId,
          stage: 'contributed',
          officer_id: officerId,
          text: 'x',
          contributed_on: '2026-05-11',
        })
        .execute();
    }
  });
});

describe('contributions', () => {
  const runs: Readonly<Record<ContributionDeed, (ctx: Ctx, taskId: string) => Promise<unknown>>> = {
    accept: (ctx, taskId) => acceptContribution(ctx, { taskId, unitId, version: 0 }, null),
    contribute: (ctx, taskId) => contribute(ctx, { taskId, unitId, version: 0 }, 'x'),
    decline: (ctx, taskId) => declineContribution(ctx, { taskId, unitId, version: 0 }, 'x'),
    'send-back': (ctx, taskId) => sendContributionBack(ctx, { taskId, unitId, version: 1 }, 'x'),
  };

  it.each(contributionDeeds)('are given and judged as the policy says: %s', async (name) => {
    const records = name === 'send-back' ? given : asked;
    const stage: ContributionStage = name === 'send-back' ? 'contributed' : 'asked';
    const part = { unitId, stage, officerId: name === 'send-back' ? officerId : null };
    await doesWhatIsAllowed(
      { services, tenant: home.tenant },
      away.tenant,
      from,
      {
        records,
        deeds: [
          {
            name,
            may: (actor, task: TaskRelations) =>
              policy.may(actor, name, { ...task, nature: 'single' }, part).allowed,
            run: runs[name],
          },
        ],
      },
      60,
    );
  });

  it('are shown to no other commune', async () => {
    const [taskId] = given.keys();
    const shown = (tenant: typeof home.tenant) =>
      asAnybody({ services, tenant }, allPowerful(from), (ctx) =>
        listContributions(ctx, taskId as Id<'task'>),
      );
    expect((await shown(home.tenant)).map((one) => one.unitId)).toContain(unitId);
    expect(await shown(away.tenant)).toEqual([]);
    const elsewhere = attempt({ services, tenant: away.tenant }, allPowerful(from), (ctx) =>
      getContribution(ctx, taskId as Id<'task'>, unitId),
    );
    expect(await elsewhere).toBe('not-found');
  });
});
