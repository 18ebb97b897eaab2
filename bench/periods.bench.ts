/**
 * The report calendar of an office of 60 units with 20 periods in the year, 1,200 reports of units in all states: the
 * calendar, one period with the reports of all units, and both lists. Each page is asked for by one person over HTTP; the
 * median of its rounds has to stay under its limit. `BENCH_UNITS`, `BENCH_PERIODS` and `BENCH_ROUNDS` change the size.
 */
import { reportCalendarLink, reportHandInsLink, reportPeriodsLink } from '#modules/planning/links.ts';
import { reportPeriodLink } from '#modules/planning/report-period/links.ts';
import { orderReport } from '#modules/planning/report-period/commands/order.server.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { addDays } from '#platform/clock/plain-date.ts';
import { median } from './median.ts';
import { signIn, withPlace } from './place.ts';

const unitCount = Number(process.env.BENCH_UNITS ?? 60);
const periodCount = Number(process.env.BENCH_PERIODS ?? 20);
const rounds = Number(process.env.BENCH_ROUNDS ?? 30);
const warmUps = 5;
const limitMs = 150;

await withPlace(async ({ migrator, home, app, start }) => {
  const focal = home.signIn('focal');
  const today = systemClock.today();
  const { rows: units } = await migrator.query<{ id: string }>(
    `insert into directory.unit (tenant_id, id, name, created_at)
     select $1, gen_random_uuid(), 'Thôn số ' || n, now() from generate_series(1, $2::int) n returning id`,
    [home.tenant.id, unitCount],
  );
  const periodIds: string[] = [];
  await home.as(focal, 'write', async (ctx) => {
    for (let at = 0; at < periodCount; at += 1) {
      const made = await orderReport(ctx, {
        title: `Báo cáo rà soát thủ tục hành chính, đợt ${at + 1}`,
        document: { number: `${at + 1}/SNV-CCHC`, on: today, issuer: 'Sở Nội vụ' },
        dataFrom: null,
        dataTo: null,
        lastOn: addDays(today, at),
        addressee: 'Văn phòng',
        unitIds: units.map(({ id }) => id),
      });
      if (!made.ok) throw new Error(`the report was refused: ${made.code}`);
      periodIds.push(made.value);
    }
  });
  await migrator.query(
    `update planning.report_hand_in set state = (array['expected', 'handed-in', 'accepted', 'sent-back'])[1 + n % 4],
       first_handed_in_on = case when n % 4 > 0 then $1::date end, handed_in_on = case when n % 4 > 0 then $1::date end
     from (select id as numbered, row_number() over (order by id)::int as n from planning.report_hand_in) x
     where id = numbered`,
    [today],
  );
  await migrator.query('vacuum analyze');
  const port = await start('app-server.ts', app);
  const cookie = await signIn(port, focal);
  const pages = {
    calendar: reportCalendarLink(),
    'one period': reportPeriodLink(periodIds[0] ?? ''),
    'list of periods': reportPeriodsLink(),
    'list of reports': reportHandInsLink(),
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
