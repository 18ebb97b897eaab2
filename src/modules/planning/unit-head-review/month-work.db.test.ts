import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { addDays, type PlainDate } from '#platform/clock/plain-date.ts';
import { testServices } from '#platform/db/testing.ts';
import { plantTasks } from '../task/fixtures.ts';
import { stateOf, type TaskStage, taskStages } from '../task/task-life.ts';
import { onDay, plantEvents, testMonth } from './fixtures.ts';
import { listMonthWork } from './month-work.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

/** A task that was made before the month, with what happened to it, on days counted from its first. */
interface Life {
  readonly due: number | null;
  readonly events: readonly { readonly on: number; readonly stage: TaskStage; readonly exception: boolean }[];
}

const life: fc.Arbitrary<Life> = fc
  .record({
    due: fc.option(fc.integer({ min: -20, max: 50 }), { nil: null }),
    steps: fc.array(
      fc.record({
        later: fc.integer({ min: 0, max: 14 }),
        stage: fc.constantFrom(...taskStages),
        exception: fc.boolean(),
      }),
      { maxLength: 7 },
    ),
  })
  .map(({ due, steps }) => {
    let on = -25;
    const events = steps.flatMap(({ later, stage, exception }): Life['events'] => {
      on += later;
      return stage === 'done' || stage === 'sent-back'
        ? [
            { on, stage: 'submitted', exception },
            { on: (on += later % 5), stage, exception },
          ]
        : [{ on, stage, exception }];
    });
    return { due, events };
  });

/** What one task means for the month, told by its events one after the other; undefined where it does not count. */
function replay({ due, events }: Life) {
  const last = 29;
  let [stage, handedInOn, finishedOn, sentBack]: [TaskStage, number | null, number | null, number] = [
    'draft',
    null,
    null,
    0,
  ];
  let hasException = false;
  for (const event of events.filter(({ on }) => on <= last)) {
    stage = event.stage;
    if (stage === 'submitted') [handedInOn, hasException] = [event.on, event.exception];
    if (stage === 'done' && event.on >= 0) finishedOn = event.on;
    if (stage === 'sent-back') sentBack += 1;
  }
  if (stage === 'cancelled' || stage === 'draft' || stage === 'waiting') return undefined;
  const isHandedIn = stage === 'done' || stage === 'submitted';
  if (stage === 'done' ? finishedOn === null : due === null || due > last) return undefined;
  const isLate = due !== null && (isHandedIn ? (handedInOn ?? last) > due : due < last);
  return { stage, isLate, sentBack, hasException };
}

const momentOf = (on: number, at: number) =>
  new Date(Date.parse(`${addDays(testMonth.first, on)}T05:00:00Z`) + at * 1_000).toISOString();

async function plant(lives: readonly Life[], unitId: string): Promise<string[]> {
  const { migrator } = services;
  await migrator.query('delete from planning.task_event where tenant_id = $1', [home.tenant.id]);
  await migrator.query('delete from planning.task where tenant_id = $1', [home.tenant.id]);
  return home.as(home.signIn('focal'), 'write', async (ctx) => {
    const { ids } = await plantTasks(
      ctx,
      lives.map(() => ({ leadUnitId: unitId })),
    );
    for (const [index, { due, events }] of lives.entries()) {
      const id = ids[index] ?? '';
      const stage = events.at(-1)?.stage ?? 'draft';
      const handedInOn = events.findLast((one) => one.stage === 'submitted')?.on ?? 0;
      const day: PlainDate = addDays(testMonth.first, handedInOn);
      await ctx.writer
        ?.updateTable('planning.task')
        .set({
          created_at: new Date('2026-01-01T00:00:00Z'),
          due_on: due === null ? null : addDays(testMonth.first, due),
          first_due_on: due === null ? null : addDays(testMonth.first, due),
          due_kind: due === null ? null : 'date',
          stage,
          state: stateOf(stage),
          closed_on: stateOf(stage) === 'open' ? null : day,
          closing_text: stateOf(stage) === 'open' ? null : 'x',
          handed_in_text: 'x',
          handed_in_on: day,
        })
        .where('tenant_id', '=', ctx.tenant.id)
        .where('id', '=', id)
        .execute();
      if (events.length > 0)
        await plantEvents(
          ctx,
          id,
          events.map((event, at) => ({
            at: momentOf(event.on, at),
            kind:
              event.stage === 'submitted'
                ? 'submitted'
                : event.stage === 'sent-back'
                  ? 'sent-back'
                  : 'amended',
            stage: event.stage,
            detail: event.stage === 'submitted' ? { exception: event.exception ? 'bản giấy' : null } : {},
          })),
        );
    }
    return ids;
  });
}

it('tells a month as a replay of the events does, whatever has happened since', async () => {
  const [unitId = '', otherId = ''] = home.units.values();
  await fc.assert(
    fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 8 }), async (lives) => {
      const ids = await plant(lives, unitId);
      const work = await home.as(home.signIn('leader'), 'read', (ctx) =>
        listMonthWork(onDay(ctx, '2026-07-01'), testMonth, [unitId, otherId]),
      );
      const told = (work.get(unitId) ?? []).map(({ id, stage, isLate, sentBack, exception }) => ({
        id,
        stage,
        isLate,
        sentBack,
        hasException: exception !== null,
      }));
      const replayed = lives.flatMap((one, index) => {
        const item = replay(one);
        return item ? [{ id: ids[index] ?? '', ...item }] : [];
      });
      const byId = (one: { id: string }, other: { id: string }) => one.id.localeCompare(other.id);
      expect(told.toSorted(byId)).toEqual(replayed.toSorted(byId));
      expect(work.get(otherId)).toEqual([]);
    }),
    { numRuns: Number(process.env.REVIEW_RUNS ?? 40) },
  );
});

it('takes back what was sent back by mistake, and is late by the first deadline alone', async () => {
  const [unitId = ''] = home.units.values();
  const submitted = { on: 2, stage: 'submitted' as const, exception: false };
  const [id = ''] = await plant(
    [
      {
        due: 5,
        events: [
          submitted,
          { ...submitted, on: 3, stage: 'sent-back' },
          { ...submitted, on: 4, stage: 'done' },
        ],
      },
    ],
    unitId,
  );
  const read = () =>
    home.as(home.signIn('leader'), 'read', async (ctx) =>
      (await listMonthWork(onDay(ctx), testMonth, [unitId])).get(unitId),
    );
  expect(await read()).toMatchObject([{ id, sentBack: 1, isLate: false }]);
  await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantEvents(ctx, id, [{ at: momentOf(3, 9), kind: 'taken-back', detail: { deed: 'send-back' } }]),
  );
  expect(await read()).toMatchObject([{ id, sentBack: 0 }]);
});
