/**
 * A calendar of 500 deadlines as a program reads it by its secret link: the whole feed, the same zipped, and the answer
 * that nothing changed, each the median of 60 after a warm-up, through the whole application in this process.
 */
import { createFeed } from '#modules/planning/calendar-feed/commands.server.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { buildApp } from '../src/entry/app.ts';
import { wholeApp } from '../src/entry/testing-app.ts';
import { median } from './median.ts';
import { withPlace } from './place.ts';

const barWhole = 50;
const barUnchanged = 5;
const rounds = 60;

await withPlace(async ({ services, migrator, home }) => {
  const focal = home.signIn('focal');
  const assigneeId = home.people.get(focal)?.officerId ?? null;
  const units = [...home.units.values()];
  await home.as(focal, 'write', (ctx) =>
    plantTasks(
      ctx,
      Array.from({ length: 500 }, (_, index) => ({
        title: `Rà soát, đánh giá thủ tục hành chính thuộc phạm vi quản lý; đề xuất phương án đơn giản hóa, đợt ${index}`,
        product: 'Báo cáo kết quả rà soát, đánh giá thủ tục hành chính',
        leadUnitId: units[index % units.length] ?? null,
        assigneeId,
        dueOn: `2026-${String((index % 12) + 1).padStart(2, '0')}-15`,
      })),
    ),
  );
  await migrator.query('vacuum analyze');
  const feed = { name: 'Lịch', kind: 'own', planId: null, viewId: null } as const;
  const made = await home.asProven(focal, (ctx) => createFeed(ctx, feed));
  if (!made.ok) throw new Error(made.code);
  const app = buildApp(await wholeApp(services));
  const ask = async (headers: Record<string, string>, status: number) => {
    const begun = performance.now();
    const said = await app.fetch(new Request(`http://localhost/lich/${made.value}.ics`, { headers }));
    const text = Buffer.from(await said.arrayBuffer()).toString();
    if (said.status !== status) throw new Error(`answered ${said.status}`);
    return { ms: performance.now() - begun, tag: said.headers.get('etag') ?? '', text };
  };
  const first = await ask({}, 200);
  const count = first.text.split('BEGIN:VEVENT').length - 1;
  const timed = async (headers: Record<string, string>, status: number) => {
    const times: number[] = [];
    for (let round = 0; round < rounds * 2; round += 1) times.push((await ask(headers, status)).ms);
    return median(times.slice(rounds));
  };
  const whole = await timed({}, 200);
  const zipped = await timed({ 'accept-encoding': 'gzip' }, 200);
  const unchanged = await timed({ 'if-none-match': first.tag }, 304);
  console.log(
    `feed of ${count} entries, ${Math.round(first.text.length / 1024)} kB: whole ${whole.toFixed(1)} ms (bar ${barWhole}), zipped ${zipped.toFixed(1)} ms, unchanged ${unchanged.toFixed(1)} ms (bar ${barUnchanged})`,
  );
  if (count !== 500 || whole > barWhole || zipped > barWhole || unchanged > barUnchanged)
    process.exitCode = 1;
});
