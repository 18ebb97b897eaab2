/**
 * The looks at a commune's 20,000 tasks: the board, the month, the year, a page of the timeline, and the sums by unit. Each
 * is asked for in turn by one person over HTTP; the median of its rounds has to stay under its limit. All in one run on
 * one machine, the plain table beside them as the measure of the place. `BENCH_ROWS` and `BENCH_ROUNDS` make it shorter.
 */
import { tasksLink } from '#modules/planning/links.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { taskStages } from '#modules/planning/task/task-life.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { addDays } from '#platform/clock/plain-date.ts';
import { median } from './median.ts';
import { signIn, withPlace } from './place.ts';

const rowCount = Number(process.env.BENCH_ROWS ?? 20_000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 30);
const warmUps = 5;
const limitMs = 150;

const looks = {
  table: {},
  board: { kieu: 'cot' },
  month: { kieu: 'lich' },
  year: { kieu: 'lich-nam' },
  timeline: { kieu: 'tien-do' },
  groups: { nhom: 'don-vi' },
} as const;

await withPlace(async ({ migrator, home, app, start }) => {
  const focal = home.signIn('focal');
  const places = [...home.units.values()];
  const people = [...home.people.values()].flatMap(({ officerId }) => officerId ?? []);
  const today = systemClock.today();
  await home.as(focal, 'write', (ctx) =>
    plantTasks(
      ctx,
      Array.from({ length: rowCount }, (_, n) => ({
        title: `Rà soát, đơn giản hóa thủ tục hành chính số ${n}`,
        product: 'Báo cáo kết quả',
        stage: taskStages[n % taskStages.length] ?? 'draft',
        leadUnitId: places[n % places.length] ?? null,
        assigneeId: people[n % people.length] ?? null,
        approverId: people[(n + 1) % people.length] ?? null,
        dueOn: addDays(today, (n % 365) - 180),
      })),
    ),
  );
  await migrator.query('vacuum analyze planning.task');
  const port = await start('app-server.ts', app);
  const cookie = await signIn(port, focal);
  const ask = async (query: Readonly<Record<string, string>>) => {
    const began = performance.now();
    const answer = await fetch(`http://127.0.0.1:${port}${tasksLink(query)}`, { headers: { cookie } });
    await answer.text();
    if (answer.status !== 200) throw new Error(`${tasksLink(query)} answered ${answer.status}`);
    return performance.now() - began;
  };
  for (const [name, query] of Object.entries(looks)) {
    for (let round = 0; round < warmUps; round += 1) await ask(query);
    const took: number[] = [];
    for (let round = 0; round < rounds; round += 1) took.push(await ask(query));
    const middle = median(took);
    const isOver = name !== 'table' && middle > limitMs;
    console.log(`${name}: ${middle.toFixed(1)} ms${isOver ? `, over ${limitMs} ms` : ''}`);
    if (isOver) process.exitCode = 1;
  }
});
