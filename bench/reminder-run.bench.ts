/**
 * The morning round over 20,000 open tasks of 500 officers with a ladder that is on: the first morning, which tells of
 * everything, the same morning again, which tells of nothing, and the next day. Says seconds, statements and lines; ends
 * with 1 when a round takes more than its bar.
 */
import { remindNow } from '#modules/casework/index.server.ts';
import { drawLadder, switchLadderOn } from '#modules/planning/escalation/commands.server.ts';
import { usualSteps } from '#modules/planning/escalation/escalation.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { matterSources } from '#modules/workbench/index.server.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { addDays, type PlainDate, plainDate } from '#platform/clock/plain-date.ts';
import { withPlace } from './place.ts';

const taskCount = Number(process.env.BENCH_ROWS ?? 20_000);
const officerCount = Number(process.env.BENCH_OFFICERS ?? 500);
const bars = { first: 20, again: 5, next: 5 } as const;
/** A Thursday. */
const today = plainDate('2026-06-11');

await withPlace(async ({ migrator, services, home }) => {
  const units = [...home.units.values()];
  await migrator.query(
    `with made as (
       insert into directory.position (tenant_id, id, unit_id, title, is_head)
       select $1, gen_random_uuid(), ($2::uuid[])[1 + n % $3], 'Chuyên viên', false from generate_series(1, $4) n
       returning tenant_id, id)
     insert into directory.officer (tenant_id, id, full_name, position_id, created_at)
     select tenant_id, gen_random_uuid(), 'Nguyễn Văn An', id, now() from made`,
    [home.tenant.id, units, units.length, officerCount],
  );
  const { rows: officers } = await migrator.query<{ id: string }>(
    "select id from directory.officer where tenant_id = $1 and full_name = 'Nguyễn Văn An'",
    [home.tenant.id],
  );
  const leader = home.people.get(home.signIn('leader'))?.officerId ?? null;
  const on = (day: PlainDate) => fixedClock(`${day}T04:30:00+07:00`);
  await home.as(home.signIn('leader'), 'write', async (ctx) => {
    const then = { ...ctx, clock: on(today) };
    await drawLadder(then, { steps: usualSteps, version: 0 });
    await switchLadderOn(then, { version: 1, validFrom: today });
  });
  await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(
      ctx,
      Array.from({ length: taskCount }, (_, at) => ({
        leadUnitId: units[at % units.length] ?? null,
        assigneeId: officers[at % officers.length]?.id ?? null,
        approverId: leader,
        stage: 'in-progress' as const,
        product: 'Báo cáo',
        // From forty days late to forty days ahead.
        dueOn: addDays(today, (at % 81) - 40),
      })),
    ),
  );
  await migrator.query('vacuum analyze');
  let statements = 0;
  services.pool.on('acquire', (client) => {
    const counted = client as typeof client & { isCounted?: true };
    if (counted.isCounted) return;
    counted.isCounted = true;
    const send = client.query.bind(client) as (...given: unknown[]) => unknown;
    client.query = ((...given: unknown[]) => {
      statements += 1;
      return send(...given);
    }) as typeof client.query;
  });
  const lines = async () =>
    Number((await migrator.query<{ n: string }>('select count(*) as n from casework.reminder')).rows[0]?.n);
  const measure = async (name: string, day: PlainDate, bar: number) => {
    const [before, began] = [await lines(), performance.now()];
    // The clock goes on as it does in an office: each step of the round has a moment of its own.
    const dawn = on(day).now().getTime();
    const now = () => new Date(dawn + performance.now() - began);
    const clock = { now, today: () => day };
    statements = 0;
    await remindNow(
      (mode, work) => home.as(home.signIn('admin'), mode, (ctx) => work({ ...ctx, clock })),
      matterSources,
    );
    const seconds = (performance.now() - began) / 1000;
    const memory = Math.round(process.memoryUsage().rss / 1_048_576);
    console.log(
      `${name}: ${seconds.toFixed(1)} s (bar ${bar} s), ${statements} statements, ${(await lines()) - before} lines, ${memory} MB`,
    );
    if (seconds > bar) process.exitCode = 1;
  };
  await measure('the first morning', today, bars.first);
  await measure('the same morning again', today, bars.again);
  // A day later the database has looked at its tables anew by itself.
  await migrator.query('analyze');
  await measure('the next morning', addDays(today, 1), bars.next);
});
