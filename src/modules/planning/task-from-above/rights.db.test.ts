import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden, NotFound } from '#platform/http/thrown.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { allPowerful, anybody, asAnybody, type Drawn } from '#platform/session/testing-rights.ts';
import fc from 'fast-check';
import * as taskPolicy from '../task/policy.ts';
import { getTask } from '../task/queries.server.ts';
import type { TaskRelations } from '../task/task.ts';
import { enterTaskFromAbove } from './commands.server.ts';
import { discardTask, restoreTask } from './discard.server.ts';
import * as policy from './policy.ts';
import { findSame, listSame } from './queries.server.ts';
import type { NewTaskFromAbove } from './task-from-above.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: typeof home;
let from: Drawn;
let standing: string;
let thrown: string;
let relations: TaskRelations;

const order = (number: string): NewTaskFromAbove => ({
  number,
  on: plainDate('2026-05-04'),
  issuer: 'Tỉnh',
  title: 'Rà soát',
  product: null,
  dueText: null,
  dueOn: null,
  leadUnitId: null,
  coordinatingUnitIds: [],
  assigneeId: null,
  approverId: null,
});

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const verbs = ['task.read', ...['enter', 'discard', 'restore'].map((verb) => `task-from-above.${verb}`)];
  from = { acts: verbs.map((verb) => `planning.${verb}`), unitIds: [...home.units.values()] };
  [standing, thrown] = await home.as(home.signIn('focal'), 'write', async (ctx) => {
    const ids = await Promise.all(['1', '2'].map((number) => enterTaskFromAbove(ctx, order(number), false)));
    const [one, two] = ids.map((outcome) => (outcome.ok ? outcome.value : ''));
    await discardTask(ctx, two ?? '');
    relations = await getTask(ctx, one ?? '');
    return [one ?? '', two ?? ''];
  });
});

async function came(
  tenant: typeof home,
  actor: Actor,
  work: (ctx: Ctx) => Promise<unknown>,
): Promise<string> {
  try {
    await asAnybody({ services, tenant: tenant.tenant }, actor, work);
    return 'allowed';
  } catch (error) {
    if (error instanceof Forbidden) return 'forbidden';
    if (error instanceof NotFound) return 'not-found';
    throw error;
  }
}

it('lets each person enter, discard and restore just as the policy says', async () => {
  await fc.assert(
    fc.asyncProperty(anybody(from), async (actor) => {
      const said = (deed: 'enter' | 'discard' | 'restore') =>
        policy.may(actor, deed).allowed ? 'allowed' : 'forbidden';
      expect(await came(home, actor, (ctx) => enterTaskFromAbove(ctx, order('3'), false))).toBe(
        said('enter'),
      );
      expect(await came(home, actor, (ctx) => restoreTask(ctx, thrown))).toBe(said('restore'));
      const seen = taskPolicy.read(actor, relations).allowed;
      expect(await came(home, actor, (ctx) => discardTask(ctx, standing))).toBe(
        seen ? said('discard') : 'not-found',
      );
    }),
    { numRuns: 40 },
  );
});

it('finds nothing of another commune', async () => {
  const stranger = allPowerful(from);
  expect(await came(away, stranger, (ctx) => discardTask(ctx, standing))).toBe('not-found');
  expect(await came(away, stranger, (ctx) => restoreTask(ctx, thrown))).toBe('not-found');
  const found = await asAnybody({ services, tenant: away.tenant }, stranger, (ctx) =>
    findSame(ctx, order('1')),
  );
  expect(found).toBeUndefined();
  const same = (where: typeof home) =>
    asAnybody({ services, tenant: where.tenant }, stranger, (ctx) => listSame(ctx, [order('1')]));
  expect([(await same(home)).length, await same(away)]).toEqual([1, []]);
});
