import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { addDays, type PlainDate, plainDate } from '#platform/clock/plain-date.ts';
import { newId } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { plantTasks } from '../task/fixtures.ts';
import { stateOf, type TaskStage, taskStages } from '../task/task-life.ts';
import { countsIn, figures, groupings, standingOf, type TaskAtDay } from './progress.ts';
import { countCounted, countProgress, listAllCounted } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

const first = plainDate('2026-03-02');
const dayCount = 24;

/** A task with what happened to it, on days counted from the first. */
interface Life {
  readonly madeOn: number;
  readonly due: number | null;
  readonly unit: number | null;
  readonly events: readonly { readonly on: number; readonly stage: TaskStage | null }[];
}

const life: fc.Arbitrary<Life> = fc
  .record({
    madeOn: fc.integer({ min: 0, max: 6 }),
    due: fc.option(fc.integer({ min: 0, max: dayCount }), { nil: null }),
    unit: fc.option(fc.integer({ min: 0, max: 2 }), { nil: null }),
    steps: fc.array(
      fc.record({
        later: fc.integer({ min: 0, max: 5 }),
        stage: fc.option(fc.constantFrom(...taskStages), { nil: null }),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ madeOn, due, unit, steps }) => {
    let on = madeOn;
    const events = steps.flatMap(({ later, stage }): Life['events'] => {
      on += later;
      // Nothing is done that was not handed in before, on the same day at the latest.
      return stage === 'done'
        ? [
            { on, stage: 'submitted' as const },
            { on: (on += later % 2), stage },
          ]
        : [{ on, stage }];
    });
    return { madeOn, due, unit, events };
  });

/** The task at the end of a day, told by its events one after the other; undefined before it was made. */
function replay({ madeOn, due, events }: Life, day: number): TaskAtDay | undefined {
  if (madeOn > day) return undefined;
  let stage: TaskStage = 'draft';
  let handedIn: number | null = null;
  for (const event of events) {
    if (event.on > day) break;
    stage = event.stage ?? stage;
    if (event.stage === 'submitted') handedIn = event.on;
  }
  return {
    stage,
    firstDueOn: due === null ? null : addDays(first, due),
    doneOn: stage === 'done' && handedIn !== null ? addDays(first, handedIn) : null,
  };
}

/** Noon in Việt Nam of a day, a second later for each event of it. */
const momentOf = (on: number, at: number) =>
  new Date(Date.parse(`${addDays(first, on)}T05:00:00Z`) + at * 1_000);

async function plant(ctx: Ctx, lives: readonly Life[]): Promise<void> {
  const { migrator } = services;
  const units = [...home.units.values()];
  await migrator.query('delete from planning.task_event where tenant_id = $1', [ctx.tenant.id]);
  await migrator.query('delete from planning.task where tenant_id = $1', [ctx.tenant.id]);
  const { ids } = await home.as(home.signIn('focal'), 'write', (writing) =>
    plantTasks(
      writing,
      lives.map((one) => ({ leadUnitId: one.unit === null ? null : (units[one.unit] ?? null) })),
    ),
  );
  for (const [index, one] of lives.entries()) {
    const id = ids[index];
    const now = replay(one, 1_000);
    const stage = now?.stage ?? 'draft';
    const closed = stateOf(stage) === 'open' ? null : (now?.doneOn ?? addDays(first, one.madeOn));
    await migrator.query(
      `update planning.task set created_at = $2, due_on = $3, first_due_on = $3, due_kind = 'year', stage = $4, state = $5,
        closed_on = $6, closing_text = case when $6::date is null then null else 'x' end,
        handed_in_text = 'x', handed_in_on = $7 where id = $1`,
      [id, momentOf(one.madeOn, 0), now?.firstDueOn, stage, stateOf(stage), closed, addDays(first, 0)],
    );
    for (const [at, event] of one.events.entries()) {
      const kind = event.stage === 'submitted' ? 'submitted' : 'amended';
      await migrator.query(
        `insert into planning.task_event (tenant_id, at, id, task_id, kind, actor_name, detail, stage)
         values ($1, $2, $3, $4, $5, 'x', '{}', $6)`,
        [ctx.tenant.id, momentOf(event.on, at), newId(), id, kind, event.stage],
      );
    }
  }
}

it('tells any earlier day as a replay of the events does, and each figure opens just what it counted', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(life, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 0, max: dayCount }),
      fc.constantFrom(...groupings),
      async (lives, onDay, by) => {
        const day: PlainDate = addDays(first, onDay);
        await home.as(home.signIn('focal'), 'read', (ctx) => plant(ctx, lives));
        await home.as(home.signIn('focal'), 'read', async (ctx) => {
          const groups = await countProgress(ctx, day, by);
          for (const figure of figures) {
            const replayed = lives.filter((one) => {
              const task = replay(one, onDay);
              const standing = task && standingOf(task, day);
              return task && standing && countsIn(figure, task.stage, standing);
            });
            const sum = groups.reduce((total, group) => total + group[figure], 0);
            expect([figure, sum]).toEqual([figure, replayed.length]);
            for (const group of [...groups, undefined]) {
              const query = { day, figure, by, key: group?.key };
              const expected = group ? group[figure] : sum;
              expect(await countCounted(ctx, query)).toBe(expected);
              expect(await listAllCounted(ctx, query, 100)).toHaveLength(expected);
            }
          }
        });
      },
    ),
    { numRuns: Number(process.env.PROGRESS_RUNS ?? 25) },
  );
});
