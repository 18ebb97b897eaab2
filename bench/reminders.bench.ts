/**
 * A morning's thousand reminders, each written for the one whom it goes to and handed to a real mail server on this
 * machine, while sixteen people ask for pages of the same process: all must be out within thirty seconds, and the pages
 * may lose a fifth of their requests a second. Fails where one is missed or a letter went out twice. The pace of the mail
 * server is not what is measured: it is set high. `BENCH_LETTERS` makes it shorter.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { confirmContact } from '#modules/casework/delivery/fixtures.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { newId } from '#platform/db/id.ts';
import { startMailServer } from '#platform/mail/testing.ts';
import { load, said } from './load.ts';
import { signIn, withPlace } from './place.ts';

const letterCount = Number(process.env.BENCH_LETTERS ?? 1_000);
const barSeconds = 30;
const mostLost = 0.2;
const seconds = 8;

await withPlace(async ({ migrator, home, app, owner, start }) => {
  const mail = await startMailServer();
  const reader = home.signIn('officer');
  const officerId = await confirmContact(home, reader, 'mai@xa.example.vn');
  const { ids } = await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(
      ctx,
      Array.from({ length: letterCount }, (_, n) => ({ title: `Rà soát thủ tục ${n}` })),
    ),
  );
  const port = await start('reminders-server.ts', { app, owner, mail: mail.url, perMinute: 1_000_000 });
  const cookie = await signIn(port, home.signIn('focal'));
  const urls = [`http://127.0.0.1:${port}/nhiem-vu`, `http://127.0.0.1:${port}/tong-quan`];
  await load(urls, { cookie }, 3);
  const alone = await load(urls, { cookie }, seconds);

  await queue();
  const begun = performance.now();
  const [busy, took] = await Promise.all([load(urls, { cookie }, seconds), allOut(begun)]);
  const taken = await Promise.all(Array.from({ length: mail.waiting() }, () => mail.next()));
  const numbers = new Set(taken.map(({ raw }) => /^Message-ID: (\S+)/m.exec(raw)?.[1]));
  mail.stop();
  const lost = 1 - busy.perSecond / alone.perSecond;
  console.log(
    `pages alone ${said(alone)}, while reminders go out ${said(busy)}: ${(lost * 100).toFixed(0)} % fewer`,
  );
  console.log(
    `${letterCount} reminders out in ${took.toFixed(1)} s (bar ${barSeconds} s), ${taken.length} taken`,
  );
  if (took > barSeconds || lost > mostLost || taken.length !== letterCount || numbers.size !== letterCount)
    process.exitCode = 1;

  /** Writes letters with a notice each, as a morning's reminders leave them. */
  async function queue(): Promise<void> {
    const rows = ids.map((taskId, n) => ({
      notice: newId(),
      letter: newId(),
      task: taskId,
      key: `nhắc ${n}`,
    }));
    const json = JSON.stringify(rows);
    const given = `jsonb_to_recordset($1::jsonb) as r(notice uuid, letter uuid, task uuid, key text)`;
    const values = [json, home.tenant.id, officerId];
    await migrator.query(
      `insert into casework.notice (tenant_id, at, id, officer_id, kind, record_kind, record_id, actor_name)
       select $2, date_trunc('milliseconds', now()), r.notice, $3, 'task-assigned', 'task', r.task, 'Sáu Rõ' from ${given}`,
      values,
    );
    await migrator.query(
      `insert into casework.delivery (tenant_id, id, officer_id, channel, kind, dedupe_key, state, queued_at, next_at)
       select $2, r.letter, $3, 'mail', 'notices', r.key, 'waiting', now(), now() from ${given}`,
      values,
    );
    await migrator.query(
      `insert into casework.delivery_notice (tenant_id, notice_id, told_at, channel, delivery_id)
       select n.tenant_id, n.id, n.at, 'mail', r.letter from ${given} join casework.notice n on n.id = r.notice and n.tenant_id = $2`,
      values.slice(0, 2),
    );
    await migrator.query(
      `select graphile_worker.add_job('casework.delivery.send', json_build_object('channel', 'mail', 'tenantId', $1::text))`,
      [home.tenant.id],
    );
  }

  async function allOut(since: number): Promise<number> {
    for (;;) {
      const { rows } = await migrator.query<{ n: number }>(
        "select count(*)::integer as n from casework.delivery where state in ('waiting', 'sending')",
      );
      if (rows[0]?.n === 0) return (performance.now() - since) / 1_000;
      await sleep(100);
    }
  }
});
