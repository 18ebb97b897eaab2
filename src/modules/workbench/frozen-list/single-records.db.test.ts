import { beforeAll, describe, expect, it } from 'vitest';
import { askFreeze, getPaper, type IssuedPaper, issuePaper } from '#modules/casework/index.server.ts';
import { freezeNow } from '#modules/casework/frozen-record/fixtures.ts';
import { getFrozen } from '#modules/casework/frozen-record/queries.server.ts';
import * as paperPolicy from '#modules/casework/issued-paper/policy.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { draftTestPaper, testSource } from '#modules/planning/chasing-paper/fixtures.ts';
import { createConclusion, discardConclusion } from '#modules/planning/conclusion/commands.server.ts';
import { meeting } from '#modules/planning/conclusion/fixtures.ts';
import * as conclusionPolicy from '#modules/planning/conclusion/policy.ts';
import { taskEvidence } from '#modules/planning/index.server.ts';
import * as handInPolicy from '#modules/planning/report-hand-in/policy.ts';
import { listHandIns } from '#modules/planning/report-hand-in/queries.server.ts';
import type { HandIn } from '#modules/planning/report-hand-in/report-hand-in.ts';
import { plantPeriods } from '#modules/planning/report-period/fixtures.ts';
import { plantTasks, plantTasksOfAllShapes } from '#modules/planning/task/fixtures.ts';
import * as taskPolicy from '#modules/planning/task/policy.ts';
import type { TaskRelations } from '#modules/planning/task/task.ts';
import { addDays } from '#platform/clock/plain-date.ts';
import { testServices } from '#platform/db/testing.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { allPowerful, asAnybody, type Drawn, showsWhatMayBeRead } from '#platform/session/testing-rights.ts';
import { freezingPlace } from './freezing-place.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: typeof home;
let from: Drawn;
let tasks: ReadonlyMap<string, TaskRelations>;
let papers: ReadonlyMap<string, IssuedPaper>;
let reports: ReadonlyMap<string, HandIn>;
let conclusions: ReadonlyMap<string, null>;

const asFocal = <Result>(work: (ctx: Ctx) => Promise<Result>) => home.as(home.signIn('focal'), 'write', work);

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const unitIds = [...home.units.values()];
  const officerIds = [...home.people.values()].flatMap((one) => one.officerId ?? []);
  from = {
    acts: ['planning.task', 'casework.issued-paper', 'planning.conclusion', 'planning.report-hand-in'].map(
      (kind) => `${kind}.read`,
    ),
    unitIds,
    officerIds,
  };
  tasks = await asFocal((ctx) => plantTasksOfAllShapes(ctx, unitIds, officerIds));
  papers = await asFocal(plantPapers);
  const [period] = (await plantPeriods(home)).periods;
  if (!period) throw new Error('no period was made');
  const handIns = await asFocal((ctx) => listHandIns(ctx, period.id));
  reports = new Map(handIns.map((one) => [one.id, one]));
  conclusions = new Map([[await asFocal((ctx) => plantConclusion(ctx, '45/TB-UBND')), null]]);
});

/** A paper to each of two units that was issued, and a draft, which proves nothing. */
async function plantPapers(ctx: Ctx): Promise<ReadonlyMap<string, IssuedPaper>> {
  const made = new Map<string, IssuedPaper>();
  const source = testSource('reminder-letter');
  const units = [...home.units.values()].slice(0, 3);
  await plantTasks(
    ctx,
    units.map((leadUnitId) => ({ leadUnitId, dueOn: addDays(ctx.clock.today(), -20) })),
  );
  for (const [index, unitId] of units.entries()) {
    const id = await draftTestPaper(ctx, 'reminder-letter', { unitIds: [unitId] });
    if (index < 2) await issuePaper(ctx, source, id, { note: '', on: ctx.clock.today(), version: 1 });
    made.set(id, await getPaper(ctx, id));
  }
  return made;
}

async function plantConclusion(ctx: Ctx, number: string): Promise<string> {
  const made = await createConclusion(ctx, meeting({ number }));
  if (!made.ok) throw new Error(made.code);
  return made.value;
}

function singleOf(kind: string) {
  const source = freezingPlace.sources.find(({ name }) => name === kind);
  if (!source || source.isList) throw new Error(`${kind} is no single record`);
  return source;
}

/** Those of these records that can be frozen; what is offered to be chosen is among them. */
function frozenOf(kind: string, ids: Iterable<string>) {
  const source = singleOf(kind);
  const all = [...ids];
  return async (ctx: Ctx) => {
    const seen: string[] = [];
    for (const id of all)
      try {
        const { rows } = await source.next(ctx, id, undefined, 100);
        expect(rows.length).toBeGreaterThan(2);
        seen.push(id);
      } catch (error) {
        if (!(error instanceof NotFound)) throw error;
      }
    const offered = await source.candidates(ctx, '');
    expect(offered.filter(({ id }) => all.includes(id) && !seen.includes(id))).toEqual([]);
    expect(offered.length > 0).toBe(seen.length > 0);
    return seen;
  };
}

describe('a single record', () => {
  it.each([
    [
      'task',
      () => tasks,
      (actor: Actor, task: unknown) => taskPolicy.read(actor, task as TaskRelations).allowed,
    ],
    [
      'issued-paper',
      () => papers,
      (actor: Actor, paper: unknown) =>
        (paper as IssuedPaper).issued !== null && paperPolicy.read(actor, paper as IssuedPaper).allowed,
    ],
    [
      'report-hand-in',
      () => reports,
      (actor: Actor, report: unknown) => handInPolicy.read(actor, report as HandIn).allowed,
    ],
    ['conclusion', () => conclusions, (actor: Actor) => conclusionPolicy.read(actor).allowed],
  ] as const)(
    'of the kind %s is read for freezing just by who may open its page',
    async (kind, given, mayRead) => {
      const records: ReadonlyMap<string, unknown> = given();
      expect(records.size).toBeGreaterThan(0);
      const shown = frozenOf(kind, records.keys());
      await showsWhatMayBeRead({ services, tenant: home.tenant }, from, { records, mayRead, shown }, 25);
      const elsewhere = { services, tenant: away.tenant };
      expect(await asAnybody(elsewhere, allPowerful(from), shown)).toEqual([]);
    },
  );

  it('is not frozen once it may not be seen any more', async () => {
    const [taskId = ''] = tasks.keys();
    const gone = await asFocal((ctx) => plantConclusion(ctx, '46/TB-UBND'));
    const source = singleOf('conclusion');
    const asked = { recordId: taskId, query: gone, title: 'Kết luận' };
    const made = await asFocal((ctx) => askFreeze(ctx, taskEvidence, source, asked));
    if (!made.ok) throw new Error(made.code);
    await asFocal((ctx) => discardConclusion(ctx, gone));
    await freezeNow(services, home, freezingPlace, made.value);
    const one = await asFocal((ctx) => getFrozen(ctx, freezingPlace.owners, made.value));
    expect(one).toMatchObject({ state: 'failed', failure: 'no-right', frozen: null });
    await expect(asFocal((ctx) => askFreeze(ctx, taskEvidence, source, asked))).rejects.toThrow(NotFound);
  });

  it('is no proof of itself', async () => {
    const [taskId = ''] = tasks.keys();
    const asked = { recordId: taskId, query: taskId.toUpperCase(), title: 'Chính nó' };
    const outcome = await asFocal((ctx) => askFreeze(ctx, taskEvidence, singleOf('task'), asked));
    expect(outcome).toMatchObject({ ok: false, code: 'itself' });
  });
});
