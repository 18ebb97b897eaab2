import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { allPowerful, asAnybody, type Drawn, showsWhatMayBeRead } from '#platform/session/testing-rights.ts';
import { plantPapers } from '../plan/fixtures.ts';
import * as planPolicy from '../plan/policy.ts';
import { plantTasks } from '../task/fixtures.ts';
import { targetList } from './input.ts';
import { listTargets, listTargetsOfPlan, nextTargets, type TargetRow } from './queries.server.ts';

const from: Drawn = { acts: ['planning.plan.read', 'planning.task.read', 'planning.plan-draft.read'] };
const all = targetList();

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let planId: Id<'plan'>;
let records: ReadonlyMap<string, object>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  await home.as(home.signIn('focal'), 'write', async (ctx) => {
    ({ planId } = await plantTasks(ctx, [{}]));
    await plantPapers(ctx, planId, { targets: [{ text: 'Một' }, { text: 'Hai' }, { text: 'Ba' }] });
  });
  const { rows } = await home.as(home.signIn('focal'), 'read', (ctx) => listTargets(ctx, all));
  records = new Map(rows.map((row) => [row.id, row]));
});

describe('targets', () => {
  it.each([
    ['list', async (ctx) => (await listTargets(ctx, all)).rows],
    ['file', async (ctx) => (await nextTargets(ctx, all, undefined, 100)).rows],
    ['plan', (ctx) => listTargetsOfPlan(ctx, planId)],
  ] as [string, (ctx: Parameters<typeof listTargets>[0]) => Promise<TargetRow[]>][])(
    'are shown in the %s to those who may read their plan, and to no other commune',
    async (_, listed) => {
      expect(records.size).toBe(3);
      await showsWhatMayBeRead({ services, tenant: home.tenant }, from, {
        records,
        mayRead: (actor) => planPolicy.read(actor).allowed,
        shown: async (ctx) => (await listed(ctx)).map((row) => row.id),
      });
      expect(await asAnybody({ services, tenant: away.tenant }, allPowerful(from), listed)).toEqual([]);
    },
  );
});
