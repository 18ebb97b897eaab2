import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import type { testServices } from '#platform/db/testing.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import {
  allPowerful,
  asAnybody,
  doesWhatIsAllowed,
  type Drawn,
  showsWhatMayBeRead,
} from '#platform/session/testing-rights.ts';
import { plantTasksOfAllShapes } from '#modules/planning/task/fixtures.ts';
import * as policy from '#modules/planning/task/policy.ts';
import type { TaskRelations } from '#modules/planning/task/task.ts';

type Deeds = Parameters<typeof doesWhatIsAllowed<TaskRelations>>[3]['deeds'];

/**
 * A commune with a task for each way in which units and people can stand to one, and another commune, for tests of the
 * rights to what stands on a record. Actors are drawn with these acts besides reading tasks.
 */
export async function tasksOfAllShapes(
  services: Awaited<ReturnType<typeof testServices>>,
  acts: readonly string[],
) {
  const home = await testTenant(services);
  const away = await testTenant(services);
  const unitIds = [...home.units.values()];
  const officerIds = [...home.people.values()].flatMap((one) => one.officerId ?? []);
  const accountIds = [...home.people.values()].flatMap((one) => one.accountId ?? []).slice(0, 2);
  const from: Drawn = { acts: ['planning.task.read', ...acts], unitIds, officerIds, accountIds };
  const asFocal = <Result>(work: (ctx: Ctx) => Promise<Result>) =>
    home.as(home.signIn('focal'), 'write', work);
  const tasks = await asFocal((ctx) => plantTasksOfAllShapes(ctx, unitIds, officerIds));
  const place = { services, tenant: home.tenant };
  const mayRead = (actor: Actor, task: TaskRelations) => policy.read(actor, task).allowed;
  const asStranger = <Result>(work: (ctx: Ctx) => Promise<Result>) =>
    asAnybody({ services, tenant: away.tenant }, allPowerful(from), work);
  return {
    home,
    tasks,
    asFocal,
    mayRead,
    /** As somebody of the other commune who may do everything there. */
    asStranger,
    /** Holds that these are shown of just those tasks that an actor may read. */
    showsWhatMayBeRead: (shown: (ctx: Ctx) => Promise<string[]>, rounds?: number) =>
      showsWhatMayBeRead(place, from, { records: tasks, mayRead, shown }, rounds),
    /** Holds that each deed is done by just those who may. */
    doesWhatIsAllowed: (deeds: Deeds) =>
      doesWhatIsAllowed(place, away.tenant, from, { records: tasks, deeds }),
  };
}
