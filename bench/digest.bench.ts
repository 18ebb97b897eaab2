/**
 * A working morning of a large office: 500 officers, 20,000 tasks, every task somebody's. The letters of all are written
 * in one round of the clock; told are its seconds and what the process holds at most. Fails over 20 seconds. `BENCH_ROWS` makes it shorter.
 */
import { makeDigestsNow } from '#modules/casework/index.server.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { digestPlace } from '#modules/workbench/index.server.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { addDays, plainDate } from '#platform/clock/plain-date.ts';
import type { Pool } from '#platform/db/db.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { systemActor } from '#platform/session/actor.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import { withPlace } from './place.ts';

const rowCount = Number(process.env.BENCH_ROWS ?? 20_000);
const officerCount = 500;
const barSeconds = 20;
const morning = fixedClock('2026-05-12T07:30:00+07:00');
const stages = ['in-progress', 'accepted', 'assigned', 'submitted', 'sent-back'] as const;

await withPlace(async ({ services, migrator, home }) => {
  const officers = await plantOfficers(migrator, home.tenant.id, home.signIn('officer'));
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

/** Officers of the same post and rights as this one, each with an account. */
async function plantOfficers(migrator: Pool, tenantId: string, like: string): Promise<Id<'officer'>[]> {
  const ids = Array.from({ length: officerCount }, () => newId<'officer'>());
  const accounts = ids.map(() => newId<'account'>());
  await migrator.query(
    `insert into directory.officer (tenant_id, id, full_name, position_id, created_at)
     select o.tenant_id, g.id, 'Người thử ' || g.at, o.position_id, now()
     from directory.officer o
     join directory.account a on a.tenant_id = o.tenant_id and a.officer_id = o.id
     cross join unnest($2::uuid[]) with ordinality as g(id, at)
     where a.tenant_id = $1 and a.sign_in_name = $3`,
    [tenantId, ids, like],
  );
  await migrator.query(
    `insert into directory.account (tenant_id, id, officer_id, sign_in_name, password_hash, created_at)
     select a.tenant_id, g.id, g.officer_id, a.sign_in_name || g.at, a.password_hash, now()
     from directory.account a
     cross join unnest($2::uuid[], $3::uuid[]) with ordinality as g(id, officer_id, at)
     where a.tenant_id = $1 and a.sign_in_name = $4`,
    [tenantId, accounts, ids, like],
  );
  await migrator.query(
    `insert into directory.account_role (tenant_id, account_id, role_id)
     select r.tenant_id, g.id, r.role_id
     from directory.account_role r
     join directory.account a on a.tenant_id = r.tenant_id and a.id = r.account_id
     cross join unnest($2::uuid[]) as g(id)
     where a.tenant_id = $1 and a.sign_in_name = $3`,
    [tenantId, accounts, like],
  );
  return ids;
}
