import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { remindNow } from '#modules/casework/index.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plantTasksOfAllShapes } from '#modules/planning/task/fixtures.ts';
import * as taskPolicy from '#modules/planning/task/policy.ts';
import type { TaskRelations } from '#modules/planning/task/task.ts';
import { testServices } from '#platform/db/testing.ts';
import { allPowerful, anybody, asAnybody, attempt, type Drawn } from '#platform/session/testing-rights.ts';
import { reminderRows } from './listed.server.ts';
import { matterSources } from './matter-sources.server.ts';
import * as policy from './policy.ts';
import { listUnitFigures } from './unit-figures.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let tasks: ReadonlyMap<string, TaskRelations>;
let lines: (policy.LineRelations & { id: string; taskId: string })[];
let from: Drawn;

const everything = { search: '', clauses: [], sort: { by: 'luc', isDown: true } };

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const unitIds = [...home.units.values()];
  const officerIds = [...home.people.values()].flatMap((one) => one.officerId ?? []);
  from = { acts: ['planning.task.read', 'casework.reminder.read'], unitIds, officerIds };
  tasks = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasksOfAllShapes(ctx, unitIds, officerIds.slice(1), { stage: 'in-progress', dueOn: '2026-05-12' }),
  );
  await remindNow((mode, work) => home.as(home.signIn('admin'), mode, work), matterSources);
  const { rows } = await services.migrator.query<Record<string, string>>(
    'select id, record_id, officer_id, unit_id from casework.reminder where tenant_id = $1',
    [home.tenant.id],
  );
  lines = rows.map((row) => ({
    id: row.id ?? '',
    taskId: row.record_id ?? '',
    officerId: row.officer_id ?? '',
    substituteId: null,
    unitId: row.unit_id ?? null,
  }));
});

it('shows each person the lines that the policy lets them read, of tasks that they may read', async () => {
  expect(lines.length).toBeGreaterThan(5);
  const place = { services, tenant: home.tenant };
  await fc.assert(
    fc.asyncProperty(anybody(from), async (actor) => {
      const mine = lines.filter((line) => {
        const task = tasks.get(line.taskId);
        return task && policy.read(actor, line).allowed && taskPolicy.read(actor, task).allowed;
      });
      const shown = await asAnybody(place, actor, (ctx) =>
        reminderRows.next(ctx, everything, undefined, 1_000),
      );
      expect(shown.rows.map(({ id }) => id).toSorted()).toEqual(mine.map(({ id }) => id).toSorted());
      const may = policy.open(actor).allowed;
      expect(await attempt(place, actor, (ctx) => listUnitFigures(ctx, may2026))).toBe(
        may ? 'allowed' : 'forbidden',
      );
      if (!may) return;
      const figures = await asAnybody(place, actor, (ctx) => listUnitFigures(ctx, may2026));
      expect(figures.reduce((sum, one) => sum + one.reminders, 0)).toBe(mine.length);
    }),
    { numRuns: 80 },
  );
});

it('shows nothing to another commune', async () => {
  const place = { services, tenant: away.tenant };
  const shown = await asAnybody(place, allPowerful(from), (ctx) =>
    reminderRows.next(ctx, everything, undefined, 1_000),
  );
  expect(shown.rows).toEqual([]);
});

const may2026 = { first: '2026-05-01' as never, last: '2026-05-31' as never };
