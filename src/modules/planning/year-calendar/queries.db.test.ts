import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import type { BuiltInRole } from '#modules/directory/account/role.ts';
import type { Due } from '../reading/plan-reading.ts';
import { plantTasks } from '../task/fixtures.ts';
import { listTasksOfYear, mostOnCalendar } from './queries.server.ts';

const monthly: Due = {
  kind: 'recurring',
  from: null,
  to: null,
  recurrence: { every: 'month', dayOfMonth: 5 },
};

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let planId: Id<'plan'>;
let ids: Id<'task'>[];

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  const officer = home.people.get(home.signIn('community'))?.officerId ?? null;
  ({ planId, ids } = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(ctx, [
      { title: 'dated', dueOn: '2026-03-15', assigneeId: officer },
      { title: 'next year', dueOn: '2027-02-01' },
      { title: 'over the years', dueFrom: '2026-01-01', dueOn: '2030-12-31', dueKind: 'year' },
      { title: 'monthly', dueKind: 'recurring', due: monthly },
      { title: 'ongoing', dueKind: 'ongoing' },
      { title: 'cancelled', dueOn: '2026-03-16' },
    ]),
  ));
  await services.migrator.query(
    "update planning.task set state = 'cancelled', stage = 'cancelled', closed_on = '2026-03-01', closing_text = 'x' where tenant_id = $1 and id = $2",
    [home.tenant.id, ids[5]],
  );
});

const titles = (year: number, role: BuiltInRole = 'auditor', plan?: Id<'plan'>) =>
  home.as(home.signIn(role), 'read', async (ctx) => {
    const { tasks } = await listTasksOfYear(ctx, year, plan);
    return tasks.map((task) => task.title);
  });

describe('the tasks of a year', () => {
  it('are those that may fall due in it, without the cancelled ones', async () => {
    expect(await titles(2026)).toEqual(['dated', 'over the years', 'monthly']);
    expect(await titles(2027)).toEqual(['next year', 'over the years']);
    expect(await titles(2025)).toEqual([]);
  });

  it('are those that the person may read', async () => {
    expect(await titles(2026, 'community')).toEqual(['dated']);
  });

  it('are those of the chosen plan', async () => {
    expect(await titles(2026, 'focal', planId)).toHaveLength(3);
    expect(await titles(2026, 'focal', home.tenant.id as string as Id<'plan'>)).toEqual([]);
  });

  it('carry what was read of their deadline', async () => {
    await home.as(home.signIn('focal'), 'read', async (ctx) => {
      const { tasks } = await listTasksOfYear(ctx, 2026, planId);
      expect(tasks.find((task) => task.title === 'monthly')?.due).toEqual(monthly);
      expect(tasks[0]?.plan).toEqual({ yearFrom: 2026, yearTo: 2026 });
    });
  });

  it('of another commune stay there', async () => {
    const away = await testTenant(services);
    const seen = await away.as(away.signIn('focal'), 'read', (ctx) => listTasksOfYear(ctx, 2026, undefined));
    expect(seen).toEqual({ tasks: [], hasMore: false });
  });

  it('end where no person could read on, and say so', async () => {
    const crowded = await testTenant(services);
    const many = Array.from({ length: mostOnCalendar + 1 }, () => ({ dueOn: '2026-06-30' }));
    await crowded.as(crowded.signIn('focal'), 'write', (ctx) => plantTasks(ctx, many));
    const seen = await crowded.as(crowded.signIn('focal'), 'read', (ctx) =>
      listTasksOfYear(ctx, 2026, undefined),
    );
    expect([seen.tasks.length, seen.hasMore]).toEqual([mostOnCalendar, true]);
  });
});
