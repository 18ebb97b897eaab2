import { rmSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '#platform/config/config.ts';
import { createLog } from '#platform/log/log.ts';
import { type BundledServer, connectionFor } from './connection.ts';
import { openServer } from './open-server.ts';
import type { Role } from './role-names.ts';
import { SUPERUSER } from './settings.ts';
import { type RunningPostgres, startPostgres } from './supervisor.ts';
import { newDataFolder } from './testing-folder.ts';

const log = createLog('silent');
let dataFolder: string;
let postgres: RunningPostgres;
let owner: BundledServer;

beforeAll(async () => {
  dataFolder = newDataFolder();
  postgres = await startPostgres({
    dataFolder,
    log,
    ifRunning: 'refuse',
    durability: 'scratch',
    transport: 'loopback',
  });
  if (postgres.server.kind !== 'bundled') throw new Error('it is our own server');
  owner = postgres.server;
});

afterAll(async () => {
  await postgres.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

/** A server of somebody else: our roles unknown, an administrator `boss`, and `guest`, who may do nothing. */
beforeEach(async () => {
  await asSuperuser('drop database if exists office');
  await asSuperuser('drop database if exists sauro');
  for (const role of ['sauro_app', 'sauro_migrator', 'boss', 'guest']) {
    const { rowCount } = await asSuperuser(`select from pg_roles where rolname = '${role}'`);
    if (rowCount) await asSuperuser(`drop role ${role}`);
  }
  await asSuperuser("create role boss login createrole password 'b'");
  await asSuperuser("create role guest login password 'g'");
  await asSuperuser('create database office owner boss');
});

describe('a given server', () => {
  it('gets its roles from an administrator who is no superuser', async () => {
    await open('boss', 'b');
    expect(await roleOf('boss', 'b', 'app')).toBe('sauro_app');
    expect(await roleOf('boss', 'b', 'migrator')).toBe('sauro_migrator');
  });

  it('is opened again without doing anything twice', async () => {
    await open('boss', 'b');
    await expect(open('boss', 'b')).resolves.toBeDefined();
  });

  it('is opened by two programs at once', async () => {
    await expect(Promise.all([open('boss', 'b'), open('boss', 'b')])).resolves.toHaveLength(2);
  });

  it('refuses a login with too few rights and names the statements', async () => {
    await expect(open('guest', 'g')).rejects.toThrow(
      'create role sauro_migrator; grant sauro_migrator to "guest"',
    );
  });

  it('refuses a role that passes by row-level security', async () => {
    await asSuperuser('create role sauro_app bypassrls');
    await expect(open('boss', 'b')).rejects.toMatchObject({ code: 'too-mighty' });
  });

  it('refuses a wrong password and a closed port in one sentence', async () => {
    await expect(open('boss', 'wrong')).rejects.toMatchObject({ code: 'unreachable' });
    const config = readConfig({ DATABASE_URL: 'postgres://boss:b@127.0.0.1:1/office' });
    await expect(openServer(config, log, { ifRunning: 'refuse' })).rejects.toThrow(
      'PostgreSQL at 127.0.0.1 cannot be reached',
    );
  });
});

function urlOf(user: string, password: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${owner.port}/office`;
}

function open(user: string, password: string): Promise<RunningPostgres> {
  return openServer(readConfig({ DATABASE_URL: urlOf(user, password) }), log, { ifRunning: 'refuse' });
}

async function roleOf(user: string, password: string, role: Role): Promise<string | undefined> {
  const server = { kind: 'given', url: urlOf(user, password), appUrl: undefined } as const;
  const client = new pg.Client(connectionFor(server, role));
  await client.connect();
  const { rows } = await client.query<{ role: string }>('select current_user as role');
  await client.end();
  return rows[0]?.role;
}

async function asSuperuser(statement: string): Promise<pg.QueryResult> {
  const { host, port, password } = owner;
  const client = new pg.Client({ host, port, password, user: SUPERUSER, database: 'postgres' });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
