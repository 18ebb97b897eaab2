import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import {
  allPowerful,
  asAnybody,
  doesWhatIsAllowed,
  type Drawn,
  showsWhatMayBeRead,
} from '#platform/session/testing-rights.ts';
import { plantPapers } from '../plan/fixtures.ts';
import * as planPolicy from '../plan/policy.ts';
import { plantTasks } from '../task/fixtures.ts';
import { editTarget, undoTargetEdit } from './commands.server.ts';
import { targetList } from './input.ts';
import * as policy from './policy.ts';
import {
  getTarget,
  listTargetEvents,
  listTargets,
  listTargetsOfPlan,
  nextTargets,
  type TargetRow,
} from './queries.server.ts';

const from: Drawn = {
  acts: ['planning.plan.read', 'planning.task.read', 'planning.plan-draft.read', 'planning.target.edit'],
};
const all = targetList();
const said = {
  text: 'Một, đã sửa',
  metric: null,
  operator: '>=',
  value: 99,
  unit: '%',
  denominatorScope: null,
  year: 2026,
} as const;

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

  it('are opened, mended and given back by just those whose rights say so', async () => {
    const inForce = new Map([...records.keys()].map((id) => [id, { isInForce: true }]));
    const to = { ...said, text: 'Bốn' };
    await doesWhatIsAllowed({ services, tenant: home.tenant }, away.tenant, from, {
      records: inForce,
      deeds: [
        { name: 'get', may: (actor) => policy.read(actor).allowed, run: getTarget },
        {
          name: 'edit',
          may: (actor, target) => policy.edit(actor, target).allowed,
          run: (ctx, id) => editTarget(ctx, id, { to, reason: 'x', version: 1 }),
        },
        {
          name: 'undo',
          may: (actor, target) => policy.edit(actor, target).allowed,
          run: (ctx, id) => undoTargetEdit(ctx, id, 1),
        },
      ],
    });
  });

  it('leave no history for another commune', async () => {
    const [id] = [...records.keys()] as Id<'target'>[];
    if (!id) throw new Error('no target was planted');
    await home.as(home.signIn('focal'), 'write', (ctx) =>
      editTarget(ctx, id, { to: said, reason: 'x', version: 1 }),
    );
    const events = (where: typeof home) =>
      asAnybody({ services, tenant: where.tenant }, allPowerful(from), (ctx) => listTargetEvents(ctx, id));
    expect((await events(home)).map((event) => event.kind)).toEqual(['edited']);
    expect(await events(away)).toEqual([]);
  });
});
