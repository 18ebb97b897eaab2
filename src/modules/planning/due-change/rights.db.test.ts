import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { newId } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Actor } from '#platform/session/actor.ts';
import { doesWhatIsAllowed, type Drawn } from '#platform/session/testing-rights.ts';
import { plantTasksOfAllShapes } from '../task/fixtures.ts';
import * as taskPolicy from '../task/policy.ts';
import { getTask } from '../task/queries.server.ts';
import type { TaskRelations } from '../task/task.ts';
import { answerDueChange, askDueChange, withdrawDueChange } from './commands.server.ts';
import * as policy from './policy.ts';
import { listDueChanges } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: typeof home;
let tasks: ReadonlyMap<string, TaskRelations>;
/** The open request of each task, and the account that asked. */
const requests = new Map<string, string>();
const asker = newId<'account'>();
let from: Drawn;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const units = [...home.units.values()];
  const officerIds = [...home.people.values()].flatMap((one) => one.officerId ?? []);
  const verbs = ['read', 'ask-due-change', 'withdraw-due-change', 'grant-due-change', 'refuse-due-change'];
  from = {
    acts: verbs.map((verb) => `planning.task.${verb}`),
    unitIds: units,
    officerIds,
    accountIds: [asker, newId<'account'>()],
  };
  tasks = await home.as(home.signIn('focal'), 'write', async (ctx) => {
    const others = { stage: 'in-progress', dueOn: '2026-06-01' } as const;
    const planted = await plantTasksOfAllShapes(ctx, units, officerIds, others);
    const actor = { ...ctx.actor, accountId: asker };
    for (const id of planted.keys()) {
      const asked = await askDueChange({ ...ctx, actor }, id, { dueOn: plainDate('2026-07-01'), text: 'x' });
      if (asked.ok) requests.set(id, asked.value);
    }
    return planted;
  });
});

it('lets each person ask, take back and answer just as the policy says, and nobody from another commune', async () => {
  expect(requests.size).toBe(tasks.size);
  const request = (id: string) => requests.get(id) ?? '';
  const answer = (how: 'grant' | 'refuse') => ({
    name: how,
    may: (actor: Actor, task: TaskRelations) => policy.answer(actor, how, task).allowed,
    run: (ctx: Parameters<typeof getTask>[0], id: string) =>
      answerDueChange(ctx, id, request(id), { answer: how === 'grant' ? 'granted' : 'refused', text: 'x' }),
  });
  const asked = { dueOn: plainDate('2026-08-01'), text: 'x' };
  await doesWhatIsAllowed({ services, tenant: home.tenant }, away.tenant, from, {
    records: tasks,
    deeds: [
      {
        name: 'ask',
        may: (actor, task) => policy.ask(actor, task).allowed,
        run: (ctx, id) => askDueChange(ctx, id, asked),
      },
      {
        name: 'withdraw',
        may: (actor, task) => policy.withdraw(actor, { ...task, askedBy: asker }).allowed,
        run: (ctx, id) => withdrawDueChange(ctx, id, request(id)),
      },
      answer('grant'),
      answer('refuse'),
      {
        name: 'list',
        may: (actor, task) => taskPolicy.read(actor, task).allowed,
        run: async (ctx, id) => listDueChanges(ctx, await getTask(ctx, id)),
      },
    ],
  });
});
