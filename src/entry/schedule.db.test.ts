import { Logger, runOnce } from 'graphile-worker';
import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { auditFindings } from './commands/doctor/audit.server.ts';
import { jobs } from './modules.ts';
import { clockTasks, schedule } from './schedule.server.ts';
import { taskList } from './worker.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

const silent = new Logger(() => () => undefined);

/** Lets the clock strike for one task, and does everything that follows. */
async function strike(task: string): Promise<void> {
  const { migrator } = services;
  await migrator.query('select graphile_worker.add_job($1)', [task]);
  const tasks = {
    ...taskList(services, jobs, new AbortController().signal),
    ...clockTasks(migrator, services.log),
  };
  await runOnce({ pgPool: migrator, taskList: tasks, noHandleSignals: true, logger: silent });
}

async function diagnosis(): Promise<string[]> {
  const findings = await auditFindings(services.migrator);
  return findings.map(({ verdict, sentence }) => `${verdict}: ${sentence.vi}`);
}

describe('the clock', () => {
  it('names only tasks that exist', () => {
    const known = Object.keys(clockTasks(services.migrator, services.log));
    expect(schedule.map((item) => item.task).filter((task) => !known.includes(task))).toEqual([]);
  });

  it('seals each minute, and each night every tenant has its chain checked, once', async () => {
    await strike('audit-seal');
    await strike('audit-verify-all');
    const { rows } = await services.migrator.query<{
      act: string;
      after: { lines: number; faults: unknown[] };
    }>("select act, after from platform.audit_line where tenant_id = $1 and record_kind = 'audit'", [
      home.tenant.id,
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.after.lines).toBeGreaterThan(10);
    expect(rows[0]?.after.faults).toEqual([]);
  });
});

it('each night removes traces that have had their time, and nothing that has not', async () => {
  const { migrator } = services;
  const account = home.people.get(home.signIn('admin'))?.accountId;
  const ago = (days: number) => new Date(Date.now() - days * 24 * 3_600_000);
  const rows: readonly (readonly [table: string, values: string, old: Date, young: Date])[] = [
    ['directory.session', '$1, sha256($4), gen_random_uuid(), $2, now(), $3', ago(31), ago(29)],
    ['directory.sign_in_step', '$1, sha256($4), $2, $3', ago(2), ago(0)],
    ['platform.sent_form', "$1, $2, $4::text, '', $3", ago(3), ago(1)],
    ['platform.kept_form', "$1, $2, $4::text, '/', '', '[]', $3", ago(31), ago(29)],
  ];
  for (const [table, values, old, young] of rows) {
    for (const [name, at] of [
      ['old', old],
      ['young', young],
    ] as const) {
      const text = values.replace('$4::text', `'${name}'`).replace('$4', `'${name}'::bytea`);
      await migrator.query(`insert into ${table} values (${text})`, [home.tenant.id, account, at]);
    }
  }
  await migrator.query("insert into platform.throttle values ('old', 1, 0)");
  await migrator.query('insert into platform.challenge values ($1, $2)', [Buffer.from('old'), ago(2)]);
  await strike('purge-traces');
  const left: string[] = [];
  for (const [table] of rows) {
    const { rows: kept } = await migrator.query(`select 1 from ${table}`);
    left.push(...kept.map(() => table));
  }
  expect(left).toEqual(rows.map(([table]) => table));
  expect((await migrator.query("select 1 from platform.throttle where key = 'old'")).rows).toEqual([]);
  expect((await migrator.query('select 1 from platform.challenge')).rows).toEqual([]);
});

it('each night hands every tenant the clearing of its trash', async () => {
  await services.migrator.query(
    `insert into platform.trash_entry (tenant_id, id, kind, record_id, title, act, actor_name, thrown_at)
     values ($1, gen_random_uuid(), 'unit', gen_random_uuid(), 'Thôn Xưa', 'x', 'x', '2020-01-01')`,
    [home.tenant.id],
  );
  await strike('purge-trash-all');
  expect((await services.migrator.query('select 1 from platform.trash_entry')).rows).toEqual([]);
});

describe('the doctor', () => {
  it('finds chains whole, lines that wait too long, and names the tenant and place of a broken one', async () => {
    await strike('audit-seal');
    expect(await diagnosis()).toEqual([expect.stringMatching(/^good: Nhật ký: \d+ dòng/)]);
    const { migrator } = services;
    await migrator.query(
      `insert into platform.audit_line (tenant_id, at, id, act, actor_kind, actor_name, record_kind, record_id, request_id,
         stored_at)
       values ($1, now(), gen_random_uuid(), 'x.y.z', 'system', 'x', 'x', gen_random_uuid(), 'x', now() - interval '1 hour')`,
      [home.tenant.id],
    );
    expect(await diagnosis()).toContainEqual(expect.stringMatching(/^note: .*lâu nhất 60 phút/));
    await migrator.query('alter table platform.audit_line disable trigger user');
    await migrator.query('delete from platform.audit_line where tenant_id = $1 and position = 5', [
      home.tenant.id,
    ]);
    await migrator.query('alter table platform.audit_line enable trigger user');
    expect(await diagnosis()).toContainEqual(
      `bad: Nhật ký của ${home.tenant.name}: chuỗi hỏng từ dòng 5; hãy so với tệp đã tải trước đó và với bản sao lưu`,
    );
  });
});
