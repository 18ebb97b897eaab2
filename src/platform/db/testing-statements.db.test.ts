import { beforeAll, describe, expect, it } from 'vitest';
import { connectionFor } from '#platform/postgres/connection.ts';
import { openPool } from './db.ts';
import { testServices } from './testing.ts';
import { listLooseReads, noteStatements } from './testing-statements.ts';

let services: Awaited<ReturnType<typeof testServices>>;

beforeAll(async () => {
  services = await testServices();
});

const loose = async (statement: string) =>
  (await listLooseReads(services.migrator, [statement])).map(({ table }) => table);

describe('a statement that names the tenant of each table', () => {
  it.each([
    'select id from planning.task where tenant_id = $1 and state = $2',
    'select t.id from planning.task t join planning.plan p on p.tenant_id = t.tenant_id and p.id = t.plan_id where t.tenant_id = $1',
    'select r.id, (select count(*) from directory.account_role ar where ar.tenant_id = r.tenant_id and ar.role_id = r.id) from directory.role r where r.tenant_id = $1',
    'update planning.task set version = 2 where tenant_id = $1 and id = $2',
    'insert into planning.task_unit (tenant_id, task_id, unit_id, part, ordinal) values ($1, $2, $3, $4, 0)',
    'select id from directory.published_officer where tenant_id = $1',
    'select t.id from planning.task t where t.tenant_id = $1 and (t.state = $2 or exists (select from planning.task c where c.tenant_id = t.tenant_id and c.parent_id = t.id))',
    'select name from directory.tenant',
  ])('passes: %s', async (statement) => {
    expect(await loose(statement)).toEqual([]);
  });
});

describe('a statement that forgets it', () => {
  it.each([
    ['select id from planning.task where id = $1', ['planning.task']],
    [
      'select t.id from planning.task t join planning.plan p on p.id = t.plan_id where t.tenant_id = $1',
      ['planning.plan'],
    ],
    ['select id from planning.task where tenant_id = $1 or state = $2', ['planning.task']],
    ['update planning.task set version = 2 where id = $1', ['planning.task']],
    ['delete from directory.session where expires_at < $1', ['directory.session']],
    [
      'select r.id from directory.role r where r.tenant_id = $1 and exists (select 1 from directory.account_role ar where ar.role_id = r.id)',
      ['directory.account_role'],
    ],
    [
      'select t.id from planning.task t where t.tenant_id = $1 and (t.state = $2 or exists (select from planning.task_unit u where u.task_id = t.id))',
      ['planning.task_unit'],
    ],
    ['select full_name from directory.published_officer', ['directory.officer', 'directory.position']],
  ])('is reported: %s', async (statement, tables) => {
    expect((await loose(statement)).sort()).toEqual(tables);
  });
});

it('notes what goes through a pool, and only what reads or writes', async () => {
  const pool = openPool(connectionFor(services.server, 'app'), () => undefined);
  const noted = noteStatements(pool);
  const client = await pool.connect();
  await client.query('begin');
  await client.query({ name: 'one', text: 'select 1', values: [] });
  await client.query('commit');
  client.release();
  await pool.query('select 2');
  await pool.end();
  expect([...noted]).toEqual(['select 1', 'select 2']);
});
