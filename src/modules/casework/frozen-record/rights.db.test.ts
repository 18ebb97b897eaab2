import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { taskEvidence, taskExport } from '#modules/planning/index.server.ts';
import { plantTasksOfAllShapes } from '#modules/planning/task/fixtures.ts';
import * as taskPolicy from '#modules/planning/task/policy.ts';
import type { TaskRelations } from '#modules/planning/task/task.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import {
  allPowerful,
  asAnybody,
  attempt,
  doesWhatIsAllowed,
  type Drawn,
  showsWhatMayBeRead,
} from '#platform/session/testing-rights.ts';
import { askFreeze, freezeAgain, takeFreezeBack } from './commands/ask.server.ts';
import { failFreeze, finishFreeze } from './commands/finish.server.ts';
import { freezeNow } from './fixtures.ts';
import { listSource } from './list-source.server.ts';
import { findProofOf, findToFreeze, getFrozen, listUnfinished } from './queries.server.ts';

const source = listSource(taskExport);
const place = { owners: [taskEvidence], sources: [source] };
const asked = { query: 'trang-thai=open', title: 'Việc đang mở' };

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let from: Drawn;
let tasks: ReadonlyMap<string, TaskRelations>;
/** What waits to be frozen for each task, and what is frozen, by the id of the task. */
const waiting = new Map<string, string>();
const ready = new Map<string, string>();

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const officerIds = [...home.people.values()].flatMap((one) => one.officerId ?? []);
  const unitIds = [...home.units.values()];
  from = {
    acts: [
      'planning.task.read',
      'casework.evidence.freeze',
      'casework.evidence.attach',
      source.name,
      'planning.task.export',
    ],
    unitIds,
    officerIds,
    accountIds: [...home.people.values()].flatMap((one) => one.accountId ?? []),
  };
  await home.as(home.signIn('focal'), 'write', async (ctx) => {
    tasks = await plantTasksOfAllShapes(ctx, unitIds, officerIds);
    for (const [at, id] of [...tasks.keys()].entries()) {
      const made = await askFreeze(ctx, taskEvidence, source, { ...asked, recordId: id });
      if (made.ok) (at % 2 === 0 ? waiting : ready).set(id, made.value);
    }
  });
  for (const id of [...ready.values()].slice(0, 4)) await freezeNow(services, home, place, id);
});

const here = () => ({ services, tenant: home.tenant });
const mayRead = (actor: Actor, task: TaskRelations) => taskPolicy.read(actor, task).allowed;
const mayFreeze = (actor: Actor, task: TaskRelations) =>
  taskPolicy.prove(actor, 'casework.evidence.freeze', task).allowed && source.mayFreeze(actor);
const frozenOf = (taskId: string) => waiting.get(taskId) ?? ready.get(taskId) ?? '';

describe('what is frozen', () => {
  it('is shown to who sees its record, while it waits and afterwards, and to nobody of another commune', async () => {
    const shown = async (ctx: Ctx) => {
      const seen: string[] = [];
      for (const id of tasks.keys()) {
        const one = await getFrozen(ctx, place.owners, frozenOf(id)).catch(() => undefined);
        if (!one) continue;
        expect((await findProofOf(ctx, place.owners, one)).recordId).toBe(id);
        seen.push(id);
      }
      return seen;
    };
    await showsWhatMayBeRead(here(), from, { records: tasks, mayRead, shown }, 15);
    const elsewhere = { services, tenant: away.tenant };
    const found = await asAnybody(elsewhere, allPowerful(from), async (ctx) => [
      await shown(ctx),
      ...(await Promise.all([...tasks.keys()].map((id) => listUnfinished(ctx, taskEvidence, id)))).flat(),
      ...(await Promise.all([...waiting.values()].map((id) => findToFreeze(ctx, id)))).filter(Boolean),
    ]);
    expect(found).toEqual([[]]);
  });

  it('is asked for by who may bring proof to the record and may take the list out', async () => {
    await doesWhatIsAllowed(here(), away.tenant, from, {
      records: tasks,
      deeds: [
        { name: 'see', may: mayRead, run: (ctx, id) => getFrozen(ctx, place.owners, frozenOf(id)) },
        {
          name: 'ask',
          may: mayFreeze,
          run: (ctx, id) => askFreeze(ctx, taskEvidence, source, { ...asked, recordId: id }),
        },
        {
          name: 'again',
          may: mayFreeze,
          run: async (ctx, id) =>
            freezeAgain(ctx, taskEvidence, source, await getFrozen(ctx, place.owners, frozenOf(id))),
        },
        {
          name: 'take back',
          may: (actor, task) => taskPolicy.prove(actor, 'casework.evidence.freeze', task).allowed,
          run: async (ctx, id) =>
            takeFreezeBack(ctx, taskEvidence, await getFrozen(ctx, place.owners, frozenOf(id))),
        },
      ],
    });
  });

  it('is said to have failed by the job alone, and attached by who may attach', async () => {
    const [taskId = '', frozenId = ''] = [...waiting][0] ?? [];
    const focal = home.signIn('focal');
    const one = await home.as(focal, 'read', (ctx) => getFrozen(ctx, place.owners, frozenId));
    const everything = allPowerful(from);
    expect(await attempt(here(), everything, (ctx) => failFreeze(ctx, one, 'broken'))).toBe('forbidden');
    const reader = { ...everything, grants: new Map([['planning.task.read', 'all' as const]]) };
    const rows = {
      at: new Date(),
      rowCount: 0,
      conditions: [],
      shown: { heads: [], rows: [] },
      file: {
        fileName: 'x.xlsx',
        mediaType: 'x',
        byteCount: 1,
        sha256: 'a'.repeat(64),
        scan: 'none' as const,
        readability: 'whole' as const,
        ensureHeld: () => Promise.resolve(),
      },
    };
    expect(await attempt(here(), reader, (ctx) => finishFreeze(ctx, taskEvidence, one, rows))).toBe(
      'forbidden',
    );
    const unfinished = await home.as(focal, 'read', (ctx) => listUnfinished(ctx, taskEvidence, taskId));
    expect(unfinished.map(({ id, state }) => [id, state])).toEqual([[frozenId, 'waiting']]);
  });
});
