import { beforeAll, describe, expect, it } from 'vitest';
import { loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import {
  allPowerful,
  asAnybody,
  doesWhatIsAllowed,
  type Drawn,
  showsWhatMayBeRead,
} from '#platform/session/testing-rights.ts';
import { assignTask } from './commands/assign.server.ts';
import { changeDue } from './commands/change-due.server.ts';
import { cancelTask, reopenTask } from './commands/close.server.ts';
import { submitTask, withdrawTask } from './commands/hand-in.server.ts';
import { approveTask, sendTaskBack } from './commands/judge.server.ts';
import { acceptTask, declineTask, startTask } from './commands/receive.server.ts';
import { recordEvent } from './commands/record-event.server.ts';
import { plantTasksOfAllShapes } from './fixtures.ts';
import { taskList } from './input.ts';
import { countTasks, listTasks, nextTasks } from './list-tasks.server.ts';
import * as policy from './policy.ts';
import { getTask, listTaskEvents } from './queries.server.ts';
import type { TaskRelations } from './task.ts';
import { type TaskDeed, taskDeeds, type TaskStage, transitions } from './task-life.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
/** Tasks of all shapes at the step that a deed leaves. */
let tasks: ReadonlyMap<TaskStage, ReadonlyMap<string, TaskRelations>>;
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
    acts: ['read', ...taskDeeds].map((verb) => `planning.task.${verb}`),
    unitIds: units,
    officerIds,
  };
  const focal = home.signIn('focal');
  const standing = new Map<TaskStage, ReadonlyMap<string, TaskRelations>>();
  for (const stage of new Set(Object.values(steps))) {
    const others = { stage, dueKind: 'on-request' as const };
    const planted = await home.as(focal, 'write', (ctx) =>
      plantTasksOfAllShapes(ctx, units, officerIds, others),
    );
    standing.set(stage, planted);
  }
  tasks = standing;
});

/** The step from which each deed is tried. */
const steps: Readonly<Record<TaskDeed, TaskStage>> = {
  assign: 'draft',
  accept: 'assigned',
  decline: 'assigned',
  start: 'accepted',
  submit: 'accepted',
  withdraw: 'submitted',
  approve: 'submitted',
  'send-back': 'submitted',
  'record-event': 'waiting',
  'change-due': 'accepted',
  cancel: 'draft',
  reopen: 'done',
};

const said = { text: 'x', version: 1 };
const nobody = { assigneeId: null, approverId: null, leadUnitId: null, dueOn: undefined, version: 1 };
const day = plainDate('2026-05-12');
const runs: Readonly<Record<TaskDeed, (ctx: Ctx, id: string) => Promise<unknown>>> = {
  assign: (ctx, id) => assignTask(ctx, id, nobody),
  accept: (ctx, id) => acceptTask(ctx, id, said),
  decline: (ctx, id) => declineTask(ctx, id, said),
  start: (ctx, id) => startTask(ctx, id, said),
  submit: (ctx, id) => submitTask(ctx, id, { ...said, exception: 'x' }),
  withdraw: (ctx, id) => withdrawTask(ctx, id, said),
  approve: (ctx, id) => approveTask(ctx, id, said),
  'send-back': (ctx, id) => sendTaskBack(ctx, id, said),
  'record-event': (ctx, id) => recordEvent(ctx, id, { ...said, on: day, dueOn: day }),
  'change-due': (ctx, id) => changeDue(ctx, id, { ...said, dueOn: day }),
  cancel: (ctx, id) => cancelTask(ctx, id, said),
  reopen: (ctx, id) => reopenTask(ctx, id, said),
};

const place = () => ({ services, tenant: home.tenant });
const all = () => new Map([...tasks.values()].flatMap((ofStep) => [...ofStep]));

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
        const rows: { readonly id: string }[] = [];
        for (let trang: string | undefined = ''; trang !== undefined; ) {
          const page = await listTasks(ctx, calendar, taskList({ trang }));
          rows.push(...page.rows);
          trang = page.next;
        }
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
  it.each(taskDeeds)('by %s is what the policy says, and nothing from another commune', async (name) => {
    expect(transitions[steps[name]][name]).toBeDefined();
    const records = tasks.get(steps[name]) ?? new Map<string, TaskRelations>();
    const deeds = [
      {
        name,
        may: (actor: Actor, task: TaskRelations) => policy.may(actor, name, task).allowed,
        run: runs[name],
      },
      {
        name: 'get',
        may: (actor: Actor, task: TaskRelations) => policy.read(actor, task).allowed,
        run: getTask,
      },
    ];
    await doesWhatIsAllowed(place(), away.tenant, from, { records, deeds }, 60);
  });

  it('leaves no history for another commune', async () => {
    const [id = ''] = tasks.get('assigned')?.keys() ?? [];
    await home.as(home.signIn('focal'), 'write', (ctx) => acceptTask(ctx, id, said));
    const events = (where: typeof home) =>
      asAnybody({ services, tenant: where.tenant }, allPowerful(from), (ctx) =>
        listTaskEvents(ctx, id as Id<'task'>),
      );
    expect((await events(home)).map((event) => event.kind)).toEqual(['accepted']);
    expect(await events(away)).toEqual([]);
  });
});
