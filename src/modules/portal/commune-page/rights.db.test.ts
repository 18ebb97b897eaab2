import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plantPapers } from '#modules/planning/plan/fixtures.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { systemActor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { attempt } from '#platform/session/testing-rights.ts';
import {
  getPublicPlan,
  listAllPublicTasks,
  listProgress,
  listPublicPlans,
  listPublicTargets,
  listPublicTasks,
} from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let issued: Id<'plan'>;
let replaced: Id<'plan'>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const plant = () =>
    home.as(home.signIn('focal'), 'write', async (ctx) => {
      const { planId } = await plantTasks(ctx, [{ title: 'Việc công khai' }]);
      await plantPapers(ctx, planId, { targets: [{ text: 'Chỉ tiêu' }] });
      return planId;
    });
  issued = await plant();
  replaced = await plant();
  await services.migrator.query(`update planning.plan set state = 'replaced' where id = $1`, [replaced]);
});

const visitor = systemActor('public', []);
const seen = <Result>(where: typeof home, work: (ctx: Ctx) => Promise<Result>) =>
  openCtx(services, 'read', { tenant: where.tenant, actor: visitor, lang: 'vi', requestId: 'rights' }, work);

/** How much each public query gives of one plan. */
const amounts = (planId: string) => async (ctx: Ctx) => [
  (await listPublicTasks(ctx, planId, { trang: 1 })).total,
  (await listAllPublicTasks(ctx, planId)).length,
  (await listProgress(ctx, planId)).length,
  (await listPublicTargets(ctx, planId)).length,
];

describe('a visitor', () => {
  it('sees the plans in force of the commune and all that is public of them', async () => {
    expect((await seen(home, listPublicPlans)).map((plan) => plan.id)).toEqual([issued]);
    expect(await seen(home, amounts(issued))).toEqual([1, 1, 1, 1]);
  });

  it('sees nothing of what is not in force, also by its id', async () => {
    const place = { services, tenant: home.tenant };
    expect(await attempt(place, visitor, (ctx) => getPublicPlan(ctx, replaced))).toBe('not-found');
    expect(await seen(home, amounts(replaced))).toEqual([0, 0, 0, 0]);
  });

  it('sees nothing of another commune, also by its id', async () => {
    expect(await seen(away, listPublicPlans)).toEqual([]);
    expect(await seen(away, amounts(issued))).toEqual([0, 0, 0, 0]);
    const place = { services, tenant: away.tenant };
    expect(await attempt(place, visitor, (ctx) => getPublicPlan(ctx, issued))).toBe('not-found');
  });
});
