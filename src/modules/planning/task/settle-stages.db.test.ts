import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { act } from '#platform/db/act.ts';
import type { Id } from '#platform/db/id.ts';
import { done } from '#platform/db/outcome.ts';
import { testServices } from '#platform/db/testing.ts';
import { plantTasks } from './fixtures.ts';
import { settleStages } from './settle-stages.server.ts';
import { dueKinds } from './task.ts';
import { landing } from './task-landing.ts';
import { type TaskStage, taskStages } from './task-life.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

const untouched: readonly TaskStage[] = ['draft', 'waiting', 'assigned'];
const maybe = <Value>(value: Value) => fc.constantFrom(value, value, null);

it('says of every task what its twin in TypeScript says', async () => {
  const [officer] = [...home.people.values()].flatMap((one) => one.officerId ?? []);
  const [unit] = home.units.values();
  const facts = fc.record({
    stage: fc.constantFrom(...taskStages, ...untouched),
    title: fc.constantFrom('Rà soát thủ tục', 'Rà soát', ' ', ''),
    product: fc.constantFrom('Báo cáo', 'Báo cáo', ' ', '', null),
    assigneeId: maybe(officer as Id<'officer'>),
    approverId: maybe(officer as Id<'officer'>),
    leadUnitId: maybe(unit as Id<'unit'>),
    dueKind: fc.constantFrom(...dueKinds, 'after-event' as const, 'on-request' as const, null),
    dueOn: fc.constantFrom(plainDate('2026-06-30'), null),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(facts, { minLength: 20, maxLength: 60 }), async (drawn) => {
      // A day is planted as a date unless another kind is said with it.
      const tasks = drawn.map((task) => ({
        ...task,
        dueKind: task.dueOn !== null && task.dueKind === null ? ('date' as const) : task.dueKind,
      }));
      const stood = await home.as(home.signIn('focal'), 'write', async (ctx) => {
        const { planId, ids } = await plantTasks(ctx, tasks);
        const settled = await act(ctx, 'planning.task.change-many', async (tx) => {
          const found = await settleStages(ctx, tx, ids);
          await tx.audit({
            recordKind: 'plan',
            recordId: planId,
            before: null,
            after: { tasks: ids.length },
          });
          return done(found);
        });
        const rows = await ctx.db
          .selectFrom('planning.task')
          .select(['id', 'stage'])
          .where('tenant_id', '=', ctx.tenant.id)
          .where('plan_id', '=', planId)
          .execute();
        const stages = new Map(rows.map((row) => [row.id, row.stage]));
        return ids.map((id) => [stages.get(id), settled.ok ? settled.value.get(id) : undefined]);
      });
      const told = tasks.map((task) =>
        untouched.includes(task.stage) ? landing('assigned', task) : undefined,
      );
      expect(stood).toEqual(tasks.map((task, at) => [told[at] ?? task.stage, told[at]]));
    }),
    { numRuns: Number(process.env['SETTLE_ROUNDS'] ?? 15) },
  );
});
