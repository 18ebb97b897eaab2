/**
 * The page of progress in a commune with 20,000 tasks and 200,000 events, through the product's own web process: of
 * today, of a day in the middle of the year by unit and by leader, the list behind a figure, and the evaluation of the
 * heads of units for a month. Ends with 1 when the median of a page of today is above 300 ms or of an earlier day above
 * 1,500 ms.
 */
import { reviewsLink } from '#modules/planning/links.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { medianTime } from './median.ts';
import { signIn, withPlace } from './place.ts';

const taskCount = Number(process.env.BENCH_ROWS ?? 20_000);
const eventsOfEach = 10;
const rounds = Number(process.env.BENCH_ROUNDS ?? 7);
const bars = { today: 300, earlier: 1_500 } as const;

await withPlace(async ({ migrator, home, app, start }) => {
  const units = [...home.units.values()];
  const approverId = home.people.get(home.signIn('leader'))?.officerId ?? null;
  const { planId } = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(
      ctx,
      Array.from({ length: taskCount }, (_, at) => ({
        leadUnitId: units[at % units.length] ?? null,
        approverId,
        stage: at % 3 === 0 ? ('done' as const) : ('in-progress' as const),
        dueOn: `2026-${String((at % 12) + 1).padStart(2, '0')}-15`,
      })),
    ),
  );
  await migrator.query("update planning.task set created_at = '2026-01-05T00:00:00Z' where plan_id = $1", [
    planId,
  ]);
  await migrator.query(
    `insert into planning.task_event (tenant_id, at, id, task_id, kind, actor_name, detail, stage)
     select t.tenant_id, timestamptz '2026-01-06' + (n * 12 + t.ordinal % 11) * interval '1 day', gen_random_uuid(), t.id,
       case n when 8 then 'submitted' else 'amended' end, 'x', '{}',
       case n when 8 then 'submitted' when 9 then t.stage else 'in-progress' end
     from planning.task t, generate_series(0, $2) n where t.plan_id = $1`,
    [planId, eventsOfEach - 1],
  );
  await migrator.query('vacuum analyze');
  const port = await start('app-server.ts', app);
  const cookie = await signIn(port, home.signIn('leader'));
  const pages = {
    'today, by unit': ['/tien-do', bars.today],
    'an earlier day, by unit': ['/tien-do?ngay=2026-03-15', bars.earlier],
    'an earlier day, by leader': ['/tien-do?ngay=2026-03-15&theo=lanh-dao', bars.earlier],
    'the heads of units in a month': [reviewsLink({ thang: '2026-03' }), bars.earlier],
    'the list behind a figure': ['/tien-do/viec?ngay=2026-03-15&theo=don-vi&so=late', bars.earlier],
  } as const;
  for (const [name, [path, bar]] of Object.entries(pages)) {
    const ask = async () => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      await answer.text();
    };
    await ask();
    const ms = await medianTime(rounds, ask);
    console.log(`${name}: median ${Math.round(ms)} ms (bar ${bar} ms)`);
    if (ms > bar) process.exitCode = 1;
  }
});
