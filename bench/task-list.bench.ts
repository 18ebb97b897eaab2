/**
 * The task list, signed in, fifty of 5,000 rows with row-level security, against a bare Hono + Preact page that draws
 * the same rows from memory: both in their own process, 16 connections, three interleaved runs, median ratio.
 * Fails under the bar of 0.40. A page of naked cells with the same words is measured beside it, for the record.
 */
import { loadWorkCalendar } from '#modules/calendar/index.server.ts';
import { listTasks, taskList } from '#modules/planning/index.server.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { load, said } from './load.ts';
import { median } from './median.ts';
import { signIn, withPlace } from './place.ts';

const bar = 0.4;
const seconds = Number(process.env.BENCH_SECONDS ?? 8);
const rowCount = 5_000;

await withPlace(async ({ migrator, home, app, start }) => {
  const units = [...home.units];
  await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(
      ctx,
      Array.from({ length: rowCount }, (_, index) => ({
        title: `Rà soát, đánh giá thủ tục hành chính thuộc phạm vi quản lý, đề xuất phương án đơn giản hóa, đợt ${index}`,
        product: 'Báo cáo kết quả rà soát, đánh giá thủ tục hành chính',
        leadUnitId: units[index % units.length]?.[1] ?? null,
        dueOn: `2026-${String((index % 12) + 1).padStart(2, '0')}-15`,
      })),
    ),
  );
  await migrator.query('vacuum analyze');
  const calendar = await home.as(home.signIn('focal'), 'read', (ctx) => loadWorkCalendar(ctx.db));
  const { rows } = await home.as(home.signIn('focal'), 'read', (ctx) => listTasks(ctx, calendar, taskList()));
  const barePort = await start('bare-task-list.tsx', rows);
  const ourPort = await start('app-server.ts', app);
  const cookie = await signIn(ourPort, home.signIn('focal'));
  const addresses = {
    plain: [[`http://127.0.0.1:${barePort}/plain`], {}],
    rows: [[`http://127.0.0.1:${barePort}/rows`], {}],
    ours: [[`http://127.0.0.1:${ourPort}/nhiem-vu`], { cookie }],
  } as const;
  for (const [urls, headers] of Object.values(addresses)) await load(urls, headers, 2);
  const ratios: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const plain = await load(...addresses.plain, seconds);
    const peer = await load(...addresses.rows, seconds);
    const ours = await load(...addresses.ours, seconds);
    ratios.push(ours.perSecond / peer.perSecond);
    console.log(
      `ours ${said(ours)}   same rows from memory ${said(peer)}: ${(ours.perSecond / peer.perSecond).toFixed(2)}   naked cells ${said(plain)}: ${(ours.perSecond / plain.perSecond).toFixed(2)}`,
    );
  }
  const ratio = median(ratios);
  console.log(`task list, ${rowCount} rows, 16 connections: median ratio ${ratio.toFixed(2)} (bar ${bar})`);
  if (ratio < bar) process.exitCode = 1;
});
