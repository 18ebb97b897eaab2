import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { type Id, newId } from '#platform/db/id.ts';
import type { Actor, Scope } from '#platform/session/actor.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { plantTasks } from './fixtures.ts';
import * as policy from './policy.ts';
import type { TaskRelations } from './task.ts';
import { visibleTo } from './visible-to.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let tasks: ReadonlyMap<string, TaskRelations>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  const [a = null, b = null, c = null] = [...home.units.values()];
  const people = [...home.people.values()].map((one) => one.officerId);
  const shapes = [a, b, null].flatMap((leadUnitId) =>
    [[], [b], [b, c]].flatMap((coordinatingUnitIds) =>
      [null, people[0] ?? null].flatMap((assigneeId) =>
        [null, people[1] ?? null].map((approverId) => ({
          leadUnitId,
          coordinatingUnitIds,
          assigneeId,
          approverId,
        })),
      ),
    ),
  );
  const planted = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(
      ctx,
      shapes.map((shape) => ({
        ...shape,
        coordinatingUnitIds: shape.coordinatingUnitIds.filter((id) => id !== null),
      })),
    ),
  );
  tasks = new Map(
    shapes.map((shape, index) => [
      planted.ids[index] as string,
      { ...shape, state: 'open' } as TaskRelations,
    ]),
  );
});

describe('what the list shows and what the policy allows', () => {
  it('agree for every person and every task', async () => {
    const unit = fc.constantFrom(...home.units.values());
    const officer = fc.constantFrom(...[...home.people.values()].map((one) => one.officerId));
    const actors = fc.record({
      scope: fc.constantFrom<Scope | undefined>('all', 'unit', 'own', undefined),
      unitIds: fc.uniqueArray(unit, { maxLength: 3 }),
      officerId: fc.option(officer, { nil: null }),
    });
    const people = fc.record({ self: actors, absent: fc.array(actors, { maxLength: 2 }) });
    await fc.assert(
      fc.asyncProperty(people, async ({ self, absent }) => {
        const standsInFor = absent.map((one) => person(one.scope, one.unitIds, one.officerId));
        const actor = { ...person(self.scope, self.unitIds, self.officerId), standsInFor };
        const seen = await openCtx(services, 'read', { ...occasion(), actor }, (ctx) =>
          ctx.db
            .selectFrom('planning.task as t')
            .select('t.id')
            .where('t.tenant_id', '=', ctx.tenant.id)
            .where(visibleTo(actor))
            .execute(),
        );
        const allowed = [...tasks].filter(([, task]) => policy.read(actor, task).allowed).map(([id]) => id);
        expect(seen.map((row) => row.id).sort()).toEqual(allowed.sort());
      }),
      { numRuns: 150 },
    );
  });

  it('never reach into another commune, whatever the grants', async () => {
    const other = await testTenant(services);
    const actor = person('all', [], null);
    const seen = await openCtx(services, 'read', { ...occasion(), tenant: other.tenant, actor }, (ctx) =>
      ctx.db.selectFrom('planning.task').select('id').execute(),
    );
    expect(seen).toEqual([]);
  });
});

function occasion() {
  return { tenant: home.tenant, lang: 'vi' as const, requestId: newId() };
}

function person(scope: Scope | undefined, unitIds: Id<'unit'>[], officerId: Id<'officer'> | null): Actor {
  return {
    kind: 'person',
    accountId: newId<'account'>(),
    officerId,
    name: 'Người thử',
    unitIds,
    unitName: '',
    roles: [],
    grants: new Map(scope ? [['planning.task.read', scope]] : []),
  };
}
