/**
 * The tree of objectives over a commune's 20,000 tasks, most of them linked to one of 200 targets: the whole page, and the
 * list behind its largest figure. Each is asked for by one person over HTTP; the median of its rounds has to stay under its
 * limit. `BENCH_ROWS` and `BENCH_ROUNDS` make it shorter.
 */
import { linkedTasksLink, objectivesLink } from '#modules/planning/links.ts';
import { plantTree } from '#modules/planning/objective/fixtures.ts';
import { taskStages } from '#modules/planning/task/task-life.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { addDays } from '#platform/clock/plain-date.ts';
import { median } from './median.ts';
import { signIn, withPlace } from './place.ts';

const rowCount = Number(process.env.BENCH_ROWS ?? 20_000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 30);
const warmUps = 5;
const limitMs = 150;
const targetCount = 200;

await withPlace(async ({ migrator, home, app, start }) => {
  const focal = home.signIn('focal');
  const units = [...home.units.values()];
  const today = systemClock.today();
  const tree = await home.as(focal, 'write', (ctx) =>
    plantTree(ctx, {
      targets: Array.from(
        { length: targetCount },
        (_, n) => `Tỷ lệ hồ sơ giải quyết đúng hạn của lĩnh vực ${n}`,
      ),
      tasks: Array.from({ length: rowCount }, (_, n) => ({
        title: `Rà soát, đơn giản hóa thủ tục hành chính số ${n}`,
        stage: taskStages[n % taskStages.length] ?? 'draft',
        leadUnitId: units[n % units.length] ?? null,
        dueOn: addDays(today, (n % 365) - 180),
      })),
      links: Array.from({ length: rowCount }, (_, n) => [n, n % targetCount] as const).filter(
        ([n]) => n % 10 !== 0,
      ),
    }),
  );
  await migrator.query('vacuum analyze planning.task');
  await migrator.query('vacuum analyze planning.task_target');
  const port = await start('app-server.ts', app);
  const cookie = await signIn(port, focal);
  const pages = {
    tree: objectivesLink(),
    list: linkedTasksLink({ 'muc-tieu': tree.objectives[0], so: 'total' }),
  };
  for (const [name, path] of Object.entries(pages)) {
    const took: number[] = [];
    for (let round = 0; round < warmUps + rounds; round += 1) {
      const began = performance.now();
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } });
      await answer.text();
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      if (round >= warmUps) took.push(performance.now() - began);
    }
    const middle = median(took);
    const isOver = middle > limitMs;
    console.log(`${name}: ${middle.toFixed(1)} ms${isOver ? `, over ${limitMs} ms` : ''}`);
    if (isOver) process.exitCode = 1;
  }
});
