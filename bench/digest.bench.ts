/**
 * A working morning of a large office: 500 officers, 20,000 tasks, every task somebody's. The letters of all are written
 * in one round of the clock; told are its seconds and what the process holds at most. Fails over 20 seconds. `BENCH_ROWS` makes it shorter.
 */
import { makeDigestsNow } from '#modules/casework/index.server.ts';
import { plantOfficers } from '#modules/directory/officer/fixtures.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { digestPlace } from '#modules/workbench/index.server.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { addDays, plainDate } from '#platform/clock/plain-date.ts';
import { systemActor } from '#platform/session/actor.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { withPlace } from './place.ts';

const rowCount = Number(process.env.BENCH_ROWS ?? 20_000);
const officerCount = 500;
const barSeconds = 20;
const morning = fixedClock('2026-05-12T07:30:00+07:00');
const stages = ['in-progress', 'accepted', 'assigned', 'submitted', 'sent-back'] as const;

await withPlace(async ({ services, migrator, home }) => {
  const officers = await plantOfficers(migrator, home.tenant.id, home.signIn('officer'), officerCount);
  const firstDue = plainDate('2026-04-20');
  await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(
      ctx,
      Array.from({ length: rowCount }, (_, at) => ({
        title: `Rà soát thủ tục hành chính đợt ${at + 1}`,
        assigneeId: officers[at % officerCount] ?? null,
        approverId: officers[(at * 7 + 3) % officerCount] ?? null,
        leadUnitId: [...home.units.values()][at % home.units.size] ?? null,
        dueOn: addDays(firstDue, at % 90),
        stage: stages[Math.floor(at / officerCount) % stages.length] ?? 'assigned',
      })),
    ),
  );
  await migrator.query('analyze');
  const actor = systemActor('morning-letter', ['casework.digest.make']);
  const occasion = { tenant: home.tenant, actor, lang: 'vi' as const, requestId: 'bench' };
  let most = process.memoryUsage().rss;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  const begun = performance.now();
  await makeDigestsNow(
    (mode, work) => openCtx({ ...services, clock: morning }, mode, occasion, work),
    digestPlace,
    { baseUrl: 'https://xa.example' },
  );
  const seconds = (performance.now() - begun) / 1_000;
  clearInterval(watch);
  const { rows } = await migrator.query<{ letters: number; lines: number }>(
    `select count(*) filter (where jsonb_array_length(parts) > 0)::int as letters,
       sum((select sum((p ->> 'total')::int) from jsonb_array_elements(parts) p))::int as lines
     from casework.digest where tenant_id = $1`,
    [home.tenant.id],
  );
  const megabytes = Math.round(most / 1_000_000);
  console.log(
    `letters of ${rows[0]?.letters} of ${officerCount} officers, ${rows[0]?.lines} matters of ${rowCount} tasks: ` +
      `${seconds.toFixed(1)} s (bar ${barSeconds} s), ${megabytes} MB held at most`,
  );
  if (seconds > barSeconds || (rows[0]?.letters ?? 0) < officerCount * 0.9) process.exitCode = 1;
});
