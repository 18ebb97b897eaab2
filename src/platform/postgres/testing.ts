import { rm } from 'node:fs/promises';
import pg from 'pg';
import { createLog } from '#platform/log/log.ts';
import type { BundledServer, DatabaseServer } from './connection.ts';
import { SUPERUSER } from './settings.ts';
import { startPostgres } from './supervisor.ts';
import { newDataFolder } from './testing-folder.ts';

export type TestCluster = {
  readonly server: DatabaseServer;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
};

/** Starts a PostgreSQL of its own in a temporary folder, quick because it need not survive a crash of the machine. */
export async function startTestCluster(): Promise<TestCluster> {
  const dataFolder = newDataFolder();
  const postgres = await startPostgres({
    dataFolder,
    log: createLog('silent'),
    ifRunning: 'refuse',
    durability: 'scratch',
  });
  return {
    server: postgres.server,
    stop: async () => {
      await postgres.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Copies the database of a test server, migrated and empty, so that a worker has one of its own. */
export function cloneDatabase(server: DatabaseServer, name: string): Promise<BundledServer> {
  return createDatabase(server, name, server.kind === 'bundled' ? server.database : '');
}

/** Makes a database without any schema of ours. */
export function emptyDatabase(server: DatabaseServer, name: string): Promise<BundledServer> {
  return createDatabase(server, name, 'template1');
}

async function createDatabase(
  server: DatabaseServer,
  name: string,
  template: string,
): Promise<BundledServer> {
  if (server.kind !== 'bundled') throw new Error('tests clone only on a server of their own');
  const { host, port, password } = server;
  const superuser = new pg.Client({ host, port, user: SUPERUSER, database: 'postgres', password });
  await superuser.connect();
  try {
    const [made, copied] = [name, template].map((each) => pg.escapeIdentifier(each));
    await superuser.query(`create database ${made} template ${copied} owner sauro_migrator`);
    return { ...server, database: name };
  } finally {
    await superuser.end();
  }
}
