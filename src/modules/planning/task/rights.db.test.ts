import { beforeAll, describe, expect, it } from 'vitest';
import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import {
  allPowerful,
  asAnybody,
  doesWhatIsAllowed,
  type Drawn,
  showsWhatMayBeRead,
} from '#platform/session/testing-rights.ts';
import { assignTask, cancelTask, completeTask, reopenTask } from './commands.server.ts';
import { plantTasksOfAllShapes } from './fixtures.ts';
import { taskList } from './input.ts';
import { countTasks, listTasks, nextTasks } from './list-tasks.server.ts';
import * as policy from './policy.ts';
import { getTask, listTaskEvents } from './queries.server.ts';
import type { TaskRelations } from './task.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let open: ReadonlyMap<string, TaskRelations>;
let closed: ReadonlyMap<string, TaskRelations>;
let from: Drawn;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const [units, officerIds] = [
    [...home.units.values()],
    [...home.people.values()].flatMap((one) => one.officerId ?? []),
  ];
  from = {
    acts: ['read', 'assign', 'complete', 'cancel', 'reopen'].map((verb) => `planning.task.${verb}`),
    unitIds: units,
    officerIds,
  };
  const focal = home.signIn('focal');
  const plant = () => home.as(focal, 'write', (ctx) => plantTasksOfAllShapes(ctx, units, officerIds));
  open = await plant();
  const done = await plant();
  await home.as(focal, 'write', async (ctx) => {
    for (const id of done.keys()) await completeTask(ctx, id, { text: 'Báo cáo', version: 1 });
  });
  closed = new Map([...done].map(([id, task]) => [id, { ...task, state: 'done' }]));
});

const place = () => ({ services, tenant: home.tenant });
const all = () => new Map([...open, ...closed]);

describe('what is shown of tasks', () => {
  it.each([
    [
      'file',
      async (ctx: Ctx) =>
        (await nextTasks(ctx, await loadOfficeCalendar(ctx), taskList(), undefined, 1_000)).rows,
    ],
    [
      'list',
      async (ctx: Ctx) => {
        const calendar = await loadOfficeCalendar(ctx);
        const first = await listTasks(ctx, calendar, taskList());
        const second = first.next && (await listTasks(ctx, calendar, taskList({ trang: first.next })));
        const rows = [...first.rows, ...(second ? second.rows : [])];
        expect(await countTasks(ctx, calendar, taskList())).toEqual({ rows: rows.length, isMore: false });
        return rows;
      },
    ],
  ])('by the %s is what each person may read, also in the place of others', async (_, listed) => {
    await showsWhatMayBeRead(place(), from, {
      records: all(),
      mayRead: (actor, task) => policy.read(actor, task).allowed,
      shown: async (ctx) => (await listed(ctx)).map((row) => row.id),
    });
    expect(await asAnybody({ services, tenant: away.tenant }, allPowerful(from), listed)).toEqual([]);
  });
});

describe('what is done with tasks', () => {
  it('is what the policy says, and nothing from another commune', async () => {
    const to = { assigneeId: null, approverId: null, leadUnitId: null, dueOn: undefined, version: 1 };
    await doesWhatIsAllowed(
      place(),
      away.tenant,
      from,
      {
        records: open,
        deeds: [
          { name: 'get', may: (actor, task) => policy.read(actor, task).allowed, run: getTask },
          {
            name: 'assign',
            may: (actor, task) => policy.assign(actor, task).allowed,
            run: (ctx, id) => assignTask(ctx, id, to),
          },
          {
            name: 'complete',
            may: (actor, task) => policy.complete(actor, task).allowed,
            run: (ctx, id) => completeTask(ctx, id, { text: 'x', version: 1 }),
          },
          {
            name: 'cancel',
            may: (actor, task) => policy.cancel(actor, task).allowed,
            run: (ctx, id) => cancelTask(ctx, id, { text: 'x', version: 1 }),
          },
        ],
      },
      300,
    );
    await doesWhatIsAllowed(
      place(),
      away.tenant,
      from,
      {
        records: closed,
        deeds: [
          {
            name: 'reopen',
            may: (actor, task) => policy.reopen(actor, task).allowed,
            run: (ctx, id) => reopenTask(ctx, id, { version: 2 }),
          },
        ],
      },
      150,
    );
  });

  it('leaves no history for another commune', async () => {
    const [id = ''] = closed.keys();
    const events = (where: typeof home) =>
      asAnybody({ services, tenant: where.tenant }, allPowerful(from), (ctx) =>
        listTaskEvents(ctx, id as Id<'task'>),
      );
    expect((await events(home)).map((event) => event.kind)).toEqual(['completed']);
    expect(await events(away)).toEqual([]);
  });
});
